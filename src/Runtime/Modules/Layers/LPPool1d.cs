namespace NnGen;

/// <summary>The root of the sum of powers of the elements under each window: torch.nn.LPPool1d.</summary>
/// <param name="normType">The exponent.</param>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="stride">Distance of two windows. Default: the size of the window.</param>
/// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
[Module]
public sealed partial class LPPool1d(double normType, int kernelSize, int? stride = null, bool ceilMode = false)
{
    /// <summary>The exponent.</summary>
    public double NormType { get; } = normType;

    /// <summary>Size of the window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows; null: the size of the window.</summary>
    public int? Stride { get; } = stride;

    /// <summary>Whether a window may begin inside and end outside.</summary>
    public bool CeilMode { get; } = ceilMode;

    /// <summary>The roots.</summary>
    /// <param name="input">[N, C, L] or [C, L].</param>
    /// <returns>[N, C, L'] or [C, L'].</returns>
    public Tensor Forward(Tensor input) => F.LpPool1d(input, NormType, KernelSize, Stride, CeilMode);

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => $"norm_type={TorchText.Shortest(NormType)}, kernel_size={KernelSize}, stride={Stride?.ToString() ?? "None"}, ceil_mode={TorchText.Bool(CeilMode)}";
}
