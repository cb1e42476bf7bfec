namespace NnGen;

/// <summary>The largest element under windows at random distances: torch.nn.FractionalMaxPool3d.</summary>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="outputSize">Size of the result. Default: by the ratio.</param>
/// <param name="outputRatio">Size of the result as a part of the input's, between 0 and 1. Default: by the size.</param>
/// <param name="returnIndices">Stands where PyTorch has it: in C# the caller says it, by calling <see cref="ForwardWithIndices"/>. Default: false.</param>
/// <param name="randomSamples">A number from 0 to 1 for each dim of each channel, [N, C, 3]. Default: drawn at each call.</param>
/// <exception cref="ArgumentException">Not exactly one of size and ratio is given, or the ratio is not between 0 and 1.</exception>
[Module]
public sealed partial class FractionalMaxPool3d(
    Size3D kernelSize, Size3D? outputSize = null, ScaleFactor? outputRatio = null, bool returnIndices = false, Tensor? randomSamples = null)
{
    /// <summary>Size of the window.</summary>
    public Size3D KernelSize { get; } = kernelSize;

    /// <summary>Size of the result; null: by the ratio.</summary>
    public Size3D? OutputSize { get; } = outputSize;

    /// <summary>Size of the result as a part of the input's; null: by the size.</summary>
    public ScaleFactor? OutputRatio { get; } = FractionalOutput.Check(outputSize is not null, outputRatio);

    /// <summary>What was asked for when the layer was made.</summary>
    public bool ReturnIndices { get; } = returnIndices;

    /// <summary>A number from 0 to 1 for each dim of each channel; null: drawn at each call.</summary>
    [Buffer]
    [Name("_random_samples")]
    public Tensor? RandomSamples { get; } = randomSamples;

    /// <summary>The largest elements.</summary>
    /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
    public Tensor Forward(Tensor input) => F.FractionalMaxPool3d(input, KernelSize, OutputSize, OutputRatio, RandomSamples);

    /// <summary>The largest elements, and where in its channel each stands.</summary>
    /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
    public (Tensor Output, Tensor<long> Indices) ForwardWithIndices(Tensor input)
        => F.FractionalMaxPool3dWithIndices(input, KernelSize, OutputSize, OutputRatio, RandomSamples);
}
