namespace NnGen;

/// <summary>The sizes of poolings' results in contracts: rounded down, and in ceil mode, where a window may end outside.</summary>
internal static class PoolingContract
{
    /// <summary>Sizes of windows with dilation in one dim.</summary>
    public const string Max1d = " where Lo = (L + 2*padding - dilation*(kernelSize - 1) - 1)//(stride ?? kernelSize) + 1 when !ceilMode";

    /// <summary>The same in ceil mode.</summary>
    public const string Max1dCeil = " where Lo = min(ceil((L + 2*padding - dilation*(kernelSize - 1) - 1)/(stride ?? kernelSize)) + 1, ceil((L + padding)/(stride ?? kernelSize))) when ceilMode";

    /// <summary>Sizes of windows with dilation in two dims.</summary>
    public const string Max2d = " where Ho = (H + 2*padding[0] - dilation[0]*(kernelSize[0] - 1) - 1)//(stride[0] ?? kernelSize[0]) + 1, Wo = (W + 2*padding[1] - dilation[1]*(kernelSize[1] - 1) - 1)//(stride[1] ?? kernelSize[1]) + 1 when !ceilMode";

    /// <summary>The same in ceil mode.</summary>
    public const string Max2dCeil = " where Ho = min(ceil((H + 2*padding[0] - dilation[0]*(kernelSize[0] - 1) - 1)/(stride[0] ?? kernelSize[0])) + 1, ceil((H + padding[0])/(stride[0] ?? kernelSize[0]))), Wo = min(ceil((W + 2*padding[1] - dilation[1]*(kernelSize[1] - 1) - 1)/(stride[1] ?? kernelSize[1])) + 1, ceil((W + padding[1])/(stride[1] ?? kernelSize[1]))) when ceilMode";

    /// <summary>Sizes of windows with dilation in three dims.</summary>
    public const string Max3d = " where Do = (D + 2*padding[0] - dilation[0]*(kernelSize[0] - 1) - 1)//(stride[0] ?? kernelSize[0]) + 1, Ho = (H + 2*padding[1] - dilation[1]*(kernelSize[1] - 1) - 1)//(stride[1] ?? kernelSize[1]) + 1, Wo = (W + 2*padding[2] - dilation[2]*(kernelSize[2] - 1) - 1)//(stride[2] ?? kernelSize[2]) + 1 when !ceilMode";

    /// <summary>The same in ceil mode.</summary>
    public const string Max3dCeil = " where Do = min(ceil((D + 2*padding[0] - dilation[0]*(kernelSize[0] - 1) - 1)/(stride[0] ?? kernelSize[0])) + 1, ceil((D + padding[0])/(stride[0] ?? kernelSize[0]))), Ho = min(ceil((H + 2*padding[1] - dilation[1]*(kernelSize[1] - 1) - 1)/(stride[1] ?? kernelSize[1])) + 1, ceil((H + padding[1])/(stride[1] ?? kernelSize[1]))), Wo = min(ceil((W + 2*padding[2] - dilation[2]*(kernelSize[2] - 1) - 1)/(stride[2] ?? kernelSize[2])) + 1, ceil((W + padding[2])/(stride[2] ?? kernelSize[2]))) when ceilMode";

    /// <summary>Sizes of windows without dilation in one dim.</summary>
    public const string Average1d = " where Lo = (L + 2*padding - kernelSize)//(stride ?? kernelSize) + 1 when !ceilMode";

    /// <summary>The same in ceil mode.</summary>
    public const string Average1dCeil = " where Lo = min(ceil((L + 2*padding - kernelSize)/(stride ?? kernelSize)) + 1, ceil((L + padding)/(stride ?? kernelSize))) when ceilMode";

    /// <summary>Sizes of windows without dilation in two dims.</summary>
    public const string Average2d = " where Ho = (H + 2*padding[0] - kernelSize[0])//(stride[0] ?? kernelSize[0]) + 1, Wo = (W + 2*padding[1] - kernelSize[1])//(stride[1] ?? kernelSize[1]) + 1 when !ceilMode";

    /// <summary>The same in ceil mode.</summary>
    public const string Average2dCeil = " where Ho = min(ceil((H + 2*padding[0] - kernelSize[0])/(stride[0] ?? kernelSize[0])) + 1, ceil((H + padding[0])/(stride[0] ?? kernelSize[0]))), Wo = min(ceil((W + 2*padding[1] - kernelSize[1])/(stride[1] ?? kernelSize[1])) + 1, ceil((W + padding[1])/(stride[1] ?? kernelSize[1]))) when ceilMode";

    /// <summary>Sizes of windows without dilation in three dims.</summary>
    public const string Average3d = " where Do = (D + 2*padding[0] - kernelSize[0])//(stride[0] ?? kernelSize[0]) + 1, Ho = (H + 2*padding[1] - kernelSize[1])//(stride[1] ?? kernelSize[1]) + 1, Wo = (W + 2*padding[2] - kernelSize[2])//(stride[2] ?? kernelSize[2]) + 1 when !ceilMode";

    /// <summary>The same in ceil mode.</summary>
    public const string Average3dCeil = " where Do = min(ceil((D + 2*padding[0] - kernelSize[0])/(stride[0] ?? kernelSize[0])) + 1, ceil((D + padding[0])/(stride[0] ?? kernelSize[0]))), Ho = min(ceil((H + 2*padding[1] - kernelSize[1])/(stride[1] ?? kernelSize[1])) + 1, ceil((H + padding[1])/(stride[1] ?? kernelSize[1]))), Wo = min(ceil((W + 2*padding[2] - kernelSize[2])/(stride[2] ?? kernelSize[2])) + 1, ceil((W + padding[2])/(stride[2] ?? kernelSize[2]))) when ceilMode";

    /// <summary>Sizes of windows without dilation and padding in one dim.</summary>
    public const string Power1d = " where Lo = (L - kernelSize)//(stride ?? kernelSize) + 1 when !ceilMode";

    /// <summary>The same in ceil mode.</summary>
    public const string Power1dCeil = " where Lo = min(ceil((L - kernelSize)/(stride ?? kernelSize)) + 1, ceil(L/(stride ?? kernelSize))) when ceilMode";

    /// <summary>Sizes of windows without dilation and padding in two dims.</summary>
    public const string Power2d = " where Ho = (H - kernelSize[0])//(stride[0] ?? kernelSize[0]) + 1, Wo = (W - kernelSize[1])//(stride[1] ?? kernelSize[1]) + 1 when !ceilMode";

    /// <summary>The same in ceil mode.</summary>
    public const string Power2dCeil = " where Ho = min(ceil((H - kernelSize[0])/(stride[0] ?? kernelSize[0])) + 1, ceil(H/(stride[0] ?? kernelSize[0]))), Wo = min(ceil((W - kernelSize[1])/(stride[1] ?? kernelSize[1])) + 1, ceil(W/(stride[1] ?? kernelSize[1]))) when ceilMode";

    /// <summary>Sizes of windows without dilation and padding in three dims.</summary>
    public const string Power3d = " where Do = (D - kernelSize[0])//(stride[0] ?? kernelSize[0]) + 1, Ho = (H - kernelSize[1])//(stride[1] ?? kernelSize[1]) + 1, Wo = (W - kernelSize[2])//(stride[2] ?? kernelSize[2]) + 1 when !ceilMode";

    /// <summary>The same in ceil mode.</summary>
    public const string Power3dCeil = " where Do = min(ceil((D - kernelSize[0])/(stride[0] ?? kernelSize[0])) + 1, ceil(D/(stride[0] ?? kernelSize[0]))), Ho = min(ceil((H - kernelSize[1])/(stride[1] ?? kernelSize[1])) + 1, ceil(H/(stride[1] ?? kernelSize[1]))), Wo = min(ceil((W - kernelSize[2])/(stride[2] ?? kernelSize[2])) + 1, ceil(W/(stride[2] ?? kernelSize[2]))) when ceilMode";
}
