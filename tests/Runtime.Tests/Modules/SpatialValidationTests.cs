namespace NnGen.Tests.Modules;

/// <summary>What layers over sequences, images and volumes refuse, as PyTorch's do, and that nothing has changed then.</summary>
public class SpatialValidationTests
{
    private static readonly Tensor s_sequence = Tensor.Ones(2, 4, 5);
    private static readonly Tensor s_image = Tensor.Ones(2, 4, 5, 5);
    private static readonly Tensor s_volume = Tensor.Ones(2, 4, 5, 5, 5);

    [Fact]
    public void Convolutions()
    {
        Assert.Throws<ArgumentException>(() => new Conv3d(3, 4, 3, groups: 2));
        Assert.Throws<ArgumentException>(() => new Conv3d(4, 4, 3, stride: (1, 2, 1), padding: Padding.Same));
        Assert.Throws<ArgumentException>(() => new ConvTranspose3d(4, 6, 3, groups: 4));
        Assert.Throws<ArgumentException>(() => new ConvTranspose2d(4, 4, 3, paddingMode: PaddingMode.Reflect));
        Assert.Throws<ShapeException>(() => new Conv3d(3, 4, 3).Call(s_volume));
        Assert.Throws<ShapeException>(() => new Conv3d(4, 4, 3).Call(s_sequence));
        Assert.Throws<ShapeException>(() => new Conv3d(4, 4, 6).Call(s_volume));
        Assert.Throws<ArgumentException>(() => new Conv3d(4, 4, 3, padding: (0, 0, 5), paddingMode: PaddingMode.Reflect).Call(s_volume));
        Assert.Throws<ArgumentException>(() => new ConvTranspose3d(4, 4, 3, outputPadding: 1).Call(s_volume));
        Assert.Throws<ArgumentException>(() => F.Conv2d(s_image, Tensor.Ones(4, 4, 3, 3), padding: -1).ToString());
    }

    [Fact]
    public void TransposedConvolutionsTakeASize()
    {
        var layer = new ConvTranspose2d(4, 3, 3, stride: (2, 3), padding: 1);
        Assert.Equal([2, 3, 10, 13], layer.ForwardWithOutputSize(s_image, (10, 13)).Shape.ToArray());
        Assert.Equal([2, 3, 9, 15], layer.ForwardWithOutputSize(s_image, (2, 3, 9, 15)).Shape.ToArray());
        Assert.Contains("valid sizes range from 9 to 10", Assert.Throws<ArgumentException>(() => layer.ForwardWithOutputSize(s_image, (11, 13))).Message);
        Assert.Throws<ArgumentException>(() => layer.ForwardWithOutputSize(s_image, 9));
        Assert.Equal([2, 3, 7], new ConvTranspose1d(4, 3, 2, stride: 2, padding: 2).ForwardWithOutputSize(s_sequence, 7).Shape.ToArray());
        Assert.Equal([2, 3, 11, 11, 12], new ConvTranspose3d(4, 3, 3, stride: 2).ForwardWithOutputSize(s_volume, (11, 11, 12)).Shape.ToArray());
    }

    [Fact]
    public void Pools()
    {
        Assert.Throws<ArgumentException>(() => new MaxPool1d(2, padding: 2).Call(s_sequence));
        Assert.ThrowsAny<ArgumentException>(() => new MaxPool3d(2, stride: (1, 0, 1)).Call(s_volume));
        Assert.ThrowsAny<ArgumentException>(() => new MaxPool3d(2, stride: (1, -1, 1)).Call(s_volume));
        Assert.Throws<ShapeException>(() => new MaxPool3d(6).Call(s_volume));
        Assert.Throws<ShapeException>(() => new AvgPool1d(2).Call(s_image));
        Assert.Throws<ArgumentException>(() => new AvgPool3d(2, divisorOverride: 0).Call(s_volume));
        var (y, indices) = new MaxPool2d(2).ForwardWithIndices(s_image);
        Assert.Throws<ArgumentException>(() => F.MaxUnpool2d(y, indices, 2, outputSize: (6, 5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => F.MaxUnpool2d(y, Tensor<long>.Full(y.Shape, 30), 2));
        Assert.Throws<ArgumentException>(() => new FractionalMaxPool2d(2));
        Assert.Throws<ArgumentException>(() => new FractionalMaxPool2d(2, 3, outputRatio: 0.5));
        Assert.Throws<ArgumentException>(() => new FractionalMaxPool3d(2, outputRatio: (0.5, 1.5, 0.5)));
        Assert.Throws<ArgumentException>(() => new FractionalMaxPool2d(4, 3).Call(s_image));
    }

    [Fact]
    public void WindowsBesideTheInputAreEmpty()
    {
        var y = new MaxPool1d(2, stride: 1, padding: 3, dilation: 5).Call(Tensor.Ones(1, 1, 1));
        Assert.Equal([float.NegativeInfinity, float.NegativeInfinity], y.ToArray());
    }

    [Fact]
    public void FractionalPoolsDrawWhatPyTorchDraws()
    {
        Rng.ManualSeed(5);
        var samples = Tensor.Rand(2, 4, 2);
        Rng.ManualSeed(5);
        var drawn = new FractionalMaxPool2d(2, 3).Call(Tensor.Arange(200).View(2, 4, 5, 5));
        Assert.Equal(F.FractionalMaxPool2d(Tensor.Arange(200).View(2, 4, 5, 5), 2, 3, samples: samples).ToArray(), drawn.ToArray());
    }

    [Fact]
    public void Borders()
    {
        Assert.Throws<ArgumentException>(() => new ReflectionPad1d(5).Call(s_sequence));
        Assert.Throws<ShapeException>(() => new ReflectionPad2d(1).Call(s_volume));
        Assert.Throws<ArgumentException>(() => new CircularPad1d(6).Call(s_sequence));
        Assert.Throws<ShapeException>(() => new ConstantPad1d(-3, 1).Call(s_sequence));
        Assert.Throws<ShapeException>(() => F.Pad(s_sequence, (1, 2, 3)));
        Assert.Throws<ShapeException>(() => F.Pad(Tensor.Ones(3), (1, 1, 1, 1)));
        Assert.Throws<ArgumentException>(() => F.Pad(s_image, (1, 1), PaddingMode.Reflect));
    }

    [Fact]
    public void Norms()
    {
        Assert.Throws<ArgumentException>(() => new GroupNorm(4, 6));
        Assert.Throws<ShapeException>(() => new GroupNorm(2, 6).Call(s_image));
        Assert.Throws<ShapeException>(() => new BatchNorm3d(4).Call(s_image));
        Assert.Throws<ShapeException>(() => new InstanceNorm2d(4).Call(s_volume));
        Assert.Throws<ArgumentException>(() => new InstanceNorm1d(4).Call(Tensor.Ones(2, 4, 1)));
        Assert.Throws<ArgumentException>(() => new LocalResponseNorm(2).Call(Tensor.Ones(2, 4)));
        Assert.Throws<ShapeException>(() => new RMSNorm(4).Call(s_image));
    }

    [Fact]
    public void WhatIsRefusedChangesNothing()
    {
        var norm = new BatchNorm1d(4);
        Assert.Throws<ArgumentException>(() => norm.Call(Tensor.Ones(1, 4)));
        Assert.Equal(0, norm.NumBatchesTracked!.Item());
        Assert.All(norm.RunningMean!.ToArray(), mean => Assert.Equal(0, mean));
        Assert.All(norm.RunningVar!.ToArray(), variance => Assert.Equal(1, variance));
    }

    [Fact]
    public void Layouts()
    {
        Assert.Throws<ShapeException>(() => new PixelShuffle(3).Call(s_image));
        Assert.Throws<ShapeException>(() => new PixelUnshuffle(2).Call(s_image));
        Assert.Throws<ShapeException>(() => new ChannelShuffle(3).Call(s_image));
        Assert.Throws<ShapeException>(() => new Unflatten(1, (3, 2)).Call(s_image));
        Assert.Throws<ShapeException>(() => new Unflatten(4, (3, 2)).Call(s_image));
        Assert.Throws<ArgumentException>(() => new Fold((4, 4), 2).Call(Tensor.Ones(1, 8, 8)));
        Assert.Throws<ShapeException>(() => new Fold((4, 4), 2).Call(Tensor.Ones(1, 7, 9)));
        Assert.Throws<ShapeException>(() => new Unfold(6).Call(s_image));
    }

    [Fact]
    public void Interpolation()
    {
        Assert.Throws<ArgumentException>(() => F.Interpolate(s_image, 3, alignCorners: true));
        Assert.Throws<ArgumentException>(() => F.Interpolate(s_image, 3, mode: InterpolationMode.Linear));
        Assert.Throws<ArgumentException>(() => F.Interpolate(s_image, 3, recomputeScaleFactor: true));
        Assert.Throws<ArgumentException>(() => F.Interpolate(s_image, 3, antialias: true));
        Assert.Throws<ArgumentException>(() => F.GridSample(s_volume, Tensor.Zeros(2, 1, 1, 1, 3), InterpolationMode.Bicubic));
        Assert.Throws<ShapeException>(() => F.GridSample(s_image, Tensor.Zeros(2, 1, 1, 3)));
        Assert.Throws<ArgumentException>(() => F.AffineGrid(Tensor.Zeros(2, 2, 3), (3, 1, 4, 4)));
    }
}
