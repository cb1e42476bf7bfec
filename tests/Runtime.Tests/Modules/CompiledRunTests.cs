using NnGen.Optim;
using NnGen.Tests.Modules.Compiled;

namespace NnGen.Tests.Modules;

/// <summary>The entries of generated modules.</summary>
public class CompiledRunTests
{
    private static readonly Tensor s_x = Tensor.Randn(16, 6);
    private static readonly Tensor<long> s_y = Tensor<long>.From([.. Enumerable.Range(0, 16).Select(i => (long)(i % 3))]);

    [Fact]
    public void CallGivesWhatForwardGives()
    {
        var classifier = new Classifier();
        Assert.Equal(classifier.Forward(s_x).ToArray(), classifier.Call(s_x).ToArray());
        var model = new Regularized();
        Rng.ManualSeed(3);
        var expected = model.Forward(s_x);
        Rng.ManualSeed(3);
        Assert.Equal(expected.ToArray(), model.Call(s_x).ToArray());
    }

    [Fact]
    public async Task SixtyFourTasksPredictTheSerialResultBitwise()
    {
        var model = new Regularized();
        var inputs = Enumerable.Range(0, 64).Select(i => Tensor.Randn(1 + (i % 5), 6)).ToArray();
        var expected = inputs.Select(x => model.Predict(x).ToArray()).ToArray();
        var actual = await Task.WhenAll(inputs.Select(x => Task.Run(() =>
        {
            var result = new float[x.Shape[0] * 2];
            for (var i = 0; i < 100; i++)
                model.Predict(x.AsSpan(), result);
            return result;
        })));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void StepAllocatesNothing()
    {
        var model = new Classifier();
        var step = new Classification(model);
        var optimizer = new SGD(model.Parameters(), lr: 0.01);
        Assert.Equal(0, Allocations.InSteadyState(Step));

        void Step()
        {
            optimizer.ZeroGrad();
            step.ValueAndGrad(s_x, s_y);
            optimizer.Step();
        }
    }

    [Fact]
    public void WrongLabelLeavesNothingHalfDone()
    {
        var step = new Classification(new Classifier());
        var wrong = Tensor<long>.Full([16], 3);
        for (var i = 0; i < 5; i++)
        {
            Assert.ThrowsAny<ArgumentException>(() => step.ValueAndGrad(s_x, wrong));
            Assert.ThrowsAny<ArgumentException>(() => step.Call(s_x, wrong));
        }

        Assert.Equal(1, step.Runtime.Pool.Count);
        Assert.All(step.Parameters(), parameter => Assert.Null(parameter.Grad));
        step.ValueAndGrad(s_x, s_y);
        Assert.All(step.Parameters(), parameter => Assert.NotNull(parameter.Grad));
    }

    [Fact]
    public void FrozenLayerGetsNoGradientAndLetsItPass()
    {
        var model = new Classifier();
        model.GetSubmodule("fc2").RequiresGrad = false;
        new CrossEntropyLoss().Call(model.Call(s_x), s_y).Backward();
        Assert.NotNull(model.GetParameter("fc1.weight").Grad);
        Assert.Null(model.GetParameter("fc2.weight").Grad);
    }

    [Fact]
    public void WeightChangedBetweenCallAndBackwardIsRefused()
    {
        var model = new Classifier();
        var loss = new CrossEntropyLoss().Call(model.Call(s_x), s_y);
        model.GetParameter("fc2.weight").AsWritableSpan()[0]++;
        var e = Assert.Throws<AutogradException>(() => loss.Backward());
        Assert.Contains("fc2.Weight", e.Message);
    }

    [Fact]
    public void WeightSharedAfterwardsIsSeenByTheNextCall()
    {
        var model = new TiedAutoencoder();
        var x = Tensor.Randn(2, 5);
        model.Call(x);
        var decoder = (Linear)model.GetSubmodule("decoder");
        decoder.Weight = new Parameter(Tensor.Zeros(5, 5));
        Assert.Equal(model.Forward(x).ToArray(), model.Call(x).ToArray());
        Assert.Equal(4, model.Parameters().Count);
        decoder.Weight = new Parameter(Tensor.Zeros(4, 5));
        Assert.Throws<ShapeException>(() => model.Call(x));
    }

    [Fact]
    public void ResultMemoryOfPredictMustNotBeItsInput()
    {
        var memory = new float[12];
        var layer = new Linear(6, 6);
        Assert.Throws<ArgumentException>(() => new Regularized().Predict(memory.AsSpan(), memory.AsSpan(0, 4)));
        var x = Tensor.Ones(2, 6);
        Assert.Throws<ArgumentException>(() => layer.Predict(x, x.AsWritableSpan()));
    }
}
