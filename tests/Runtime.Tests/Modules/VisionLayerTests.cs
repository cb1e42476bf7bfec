using NnGen.Tests.Modules.Compiled;

namespace NnGen.Tests.Modules;

public class VisionLayerTests
{
    [Fact]
    public void AConvolutionalNetGivesTheSameInCallAndForward()
    {
        var x = Tensor.Randn(3, 2, 6, 7);
        var (compiled, plain) = (new SmallConvNet(), new SmallConvNet());
        plain.LoadStateDict(compiled.StateDict());
        var (loss, expected) = (compiled.Call(x), plain.Forward(x));
        Assert.Equal(expected.Item(), loss.Item(), 1e-6f);
        loss.Backward();
        expected.Backward();
        foreach (var ((name, ours), theirs) in compiled.NamedParameters().Zip(plain.Parameters()))
            Assert.All(theirs.Grad!.ToArray().Zip(ours.Grad!.ToArray()), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 1e-5, name));
        foreach (var (name, buffer) in compiled.NamedBuffers())
            Assert.True(buffer.ToString() == plain.StateDict()[name].ToString(), name);
    }

    [Fact]
    public void ValueAndGradAllocatesNothing()
    {
        var x = Tensor.Randn(2, 2, 6, 7);
        var model = new SmallConvNet();
        Assert.Equal(0, Allocations.InSteadyState(() => model.ValueAndGrad(x), count: 20));
    }

    [Fact]
    public void StatisticsMoveInTrainingOnly()
    {
        var model = new SmallConvNet();
        var x = Tensor.Randn(2, 2, 6, 7);
        model.Predict(x);
        model.Eval().Call(x);
        Assert.All(model.Norm.RunningMean!.ToArray(), value => Assert.Equal(0, value));
        Assert.Equal(0, model.Norm.NumBatchesTracked!.Item());
        model.Train().Call(x);
        Assert.Equal(1, model.Norm.NumBatchesTracked!.Item());
        Assert.Contains(model.Norm.RunningMean!.ToArray(), value => value != 0);
        model.Norm.ResetRunningStats();
        Assert.Equal(0, model.Norm.NumBatchesTracked!.Item());
    }

    [Fact]
    public void PrintAsInPyTorch()
    {
        Assert.Equal("Conv1d(3, 4, kernel_size=(5,), stride=(1,), padding=same)", new Conv1d(3, 4, 5, padding: Padding.Same).ToString());
        Assert.Equal(
            "Conv2d(4, 6, kernel_size=(3, 3), stride=(2, 1), padding=(1, 1), dilation=(2, 2), groups=2, bias=False, padding_mode=reflect)",
            new Conv2d(4, 6, 3, (2, 1), 1, 2, 2, bias: false, PaddingMode.Reflect).ToString());
        Assert.Equal(
            "ConvTranspose2d(4, 6, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), output_padding=(1, 1))",
            new ConvTranspose2d(4, 6, 3, stride: 2, padding: 1, outputPadding: 1).ToString());
        Assert.Equal("MaxPool2d(kernel_size=3, stride=3, padding=0, dilation=1, ceil_mode=False)", new MaxPool2d(3).ToString());
        Assert.Equal("AvgPool2d(kernel_size=(2, 3), stride=1, padding=0)", new AvgPool2d((2, 3), 1).ToString());
        Assert.Equal("AdaptiveAvgPool2d(output_size=(7, None))", new AdaptiveAvgPool2d((7, null)).ToString());
        Assert.Equal("BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)", new BatchNorm2d(8).ToString());
    }

    [Fact]
    public void ConvolutionsDrawWeightThenBias()
    {
        Rng.ManualSeed(3);
        var layer = new Conv2d(4, 6, (3, 2), groups: 2);
        Rng.ManualSeed(3);
        var bound = 1 / Math.Sqrt(2 * 3 * 2);
        Assert.Equal(Init.Uniform_(Tensor.Empty(6, 2, 3, 2), -bound, bound).ToArray(), layer.Weight.ToArray());
        Assert.Equal(Init.Uniform_(Tensor.Empty(6), -bound, bound).ToArray(), layer.Bias!.ToArray());
    }

    [Fact]
    public void IndicesOfTheLargestElements()
    {
        var x = Tensor.From([1f, 5, 2, 0, 4, 3, 9, 8], 1, 2, 4);
        var (y, indices) = new MaxPool2d((2, 2)).ForwardWithIndices(x);
        Assert.Equal([5, 9], y.ToArray());
        Assert.Equal([1, 6], indices.ToArray());
    }

    [Fact]
    public void WhatPyTorchRefuses()
    {
        Assert.Throws<ArgumentException>(() => new Conv2d(3, 4, 3, groups: 2));
        Assert.Throws<ArgumentException>(() => new Conv2d(4, 3, 3, groups: 2));
        Assert.Throws<ArgumentException>(() => new Conv2d(4, 4, 3, groups: 0));
        Assert.Throws<ArgumentException>(() => new Conv2d(4, 4, 3, stride: 2, padding: Padding.Same));
        var x = Tensor.Ones(1, 4, 5, 5);
        Assert.Throws<ShapeException>(() => new Conv2d(3, 4, 3).Call(x));
        Assert.Throws<ShapeException>(() => new Conv2d(4, 4, 6).Call(x));
        Assert.Throws<ArgumentException>(() => new Conv2d(4, 4, 3, padding: 5, paddingMode: PaddingMode.Reflect).Call(x));
        Assert.Throws<ArgumentException>(() => new ConvTranspose2d(4, 4, 3, outputPadding: 1).Call(x));
        Assert.Throws<ArgumentException>(() => new MaxPool2d(2, padding: 2).Call(x));
        Assert.Throws<ArgumentException>(() => new AvgPool2d(2, divisorOverride: 0).Call(x));
        Assert.Throws<ShapeException>(() => new BatchNorm2d(3).Call(x));
        Assert.Throws<ArgumentException>(() => new BatchNorm1d(4).Call(Tensor.Ones(1, 4)));
    }
}
