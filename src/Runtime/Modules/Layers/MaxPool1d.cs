namespace NnGen;

/// <summary>The largest element under each window: torch.nn.MaxPool1d.</summary>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="stride">Distance of two windows. Default: the size of the window.</param>
/// <param name="padding">Padding on each side, at most half of the window. Default: none.</param>
/// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
/// <param name="returnIndices">Stands where PyTorch has it: in C# the caller says it, by calling <see cref="ForwardWithIndices"/>. Default: false.</param>
/// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
[Module]
public sealed partial class MaxPool1d(
    int kernelSize, int? stride = null, Padding1D padding = default, int dilation = 1, bool returnIndices = false, bool ceilMode = false)
{
    /// <summary>Size of the window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows.</summary>
    public int Stride { get; } = stride ?? kernelSize;

    /// <summary>Padding on each side.</summary>
    public Padding1D Padding { get; } = padding;

    /// <summary>Distance of two elements of a window.</summary>
    public int Dilation { get; } = dilation;

    /// <summary>What was asked for when the layer was made.</summary>
    public bool ReturnIndices { get; } = returnIndices;

    /// <summary>Whether a window may begin inside and end outside.</summary>
    public bool CeilMode { get; } = ceilMode;

    /// <summary>The largest elements.</summary>
    /// <param name="input">[N, C, L] or [C, L].</param>
    /// <returns>[N, C, L'] or [C, L'].</returns>
    public Tensor Forward(Tensor input) => F.MaxPool1d(input, KernelSize, Stride, Padding, Dilation, CeilMode);

    /// <summary>The largest elements, and where in its channel each stands.</summary>
    /// <param name="input">[N, C, L] or [C, L].</param>
    /// <returns>Both [N, C, L'] or [C, L'].</returns>
    public (Tensor Output, Tensor<long> Indices) ForwardWithIndices(Tensor input)
        => F.MaxPool1dWithIndices(input, KernelSize, Stride, Padding, Dilation, CeilMode);

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => $"kernel_size={KernelSize}, stride={Stride}, padding={Padding.Width}, dilation={Dilation}, ceil_mode={TorchText.Bool(CeilMode)}";
}
