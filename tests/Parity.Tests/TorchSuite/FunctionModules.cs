namespace NnGen.Parity.Tests.TorchSuite;

/// <summary><c>F.Interpolate</c> in a compiled module.</summary>
[Module]
public sealed partial class Interpolating(
    Sizes? size, ScaleFactor? scaleFactor, InterpolationMode mode, bool? alignCorners, bool? recomputeScaleFactor, bool antialias)
{
    public Tensor Forward(Tensor input) => F.Interpolate(input, size, scaleFactor, mode, alignCorners, recomputeScaleFactor, antialias);
}

/// <summary><c>F.Pad</c> in a compiled module.</summary>
[Module]
public sealed partial class Padded(Sizes pad, PaddingMode mode, double value)
{
    public Tensor Forward(Tensor input) => F.Pad(input, pad, mode, value);
}

/// <summary><c>F.GridSample</c> in a compiled module.</summary>
[Module]
public sealed partial class GridSampling(InterpolationMode mode, GridSamplePaddingMode paddingMode, bool alignCorners)
{
    public Tensor Forward(Tensor input, Tensor grid) => F.GridSample(input, grid, mode, paddingMode, alignCorners);
}

/// <summary><c>F.AffineGrid</c> in a compiled module.</summary>
[Module]
public sealed partial class AffinePlacing(Sizes size, bool alignCorners)
{
    public Tensor Forward(Tensor theta) => F.AffineGrid(theta, size, alignCorners);
}
