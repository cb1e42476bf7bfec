namespace NnGen.Kernels;

/// <summary>A convolution whose windows have one element: for each sample and group a matrix product, also for the way back.</summary>
internal unsafe struct PointwiseJob : IJob
{
    private Convolution _convolution;
    private bool _isBackward;
    private float* _source;
    private float* _weight;
    private float* _bias;
    private float* _target;
    private bool _accumulate;
    private bool _relu;

    /// <summary>Computes the output, or the gradient of the input.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="isBackward">Whether the way back is computed.</param>
    /// <param name="source">The input, or the gradient of the output.</param>
    /// <param name="weight">The weight, [out, in/groups].</param>
    /// <param name="bias">Added to each channel; absent: nothing.</param>
    /// <param name="target">The output, or the gradient of the input.</param>
    /// <param name="relu">Whether negative results become zero.</param>
    public static void Run(
        in Convolution convolution,
        bool isBackward,
        ReadOnlySpan<float> source,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Gradient target,
        bool relu = false)
    {
        fixed (float* from = source, w = weight, b = bias, to = target.Span)
        {
            PointwiseJob job = new()
            {
                _convolution = convolution,
                _isBackward = isBackward,
                _source = from,
                _weight = w,
                _bias = b,
                _target = to,
                _accumulate = target.Accumulate,
                _relu = relu,
            };
            Threads.Run(convolution.Batch * convolution.Groups, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = _convolution;
        var (read, written, places) = _isBackward ? (c.GroupOut, c.GroupIn, c.OutputSize) : (c.GroupIn, c.GroupOut, c.OutputSize);
        var group = part % c.Groups;
        ReadOnlySpan<float> weight = new(_weight + ((nint)group * c.GroupOut * c.GroupIn), c.GroupOut * c.GroupIn);
        ReadOnlySpan<float> source = new(_source + ((nint)part * read * places), read * places);
        Span<float> target = new(_target + ((nint)part * written * places), written * places);
        for (var channel = 0; _bias != null && channel < written; channel++)
            target.Slice(channel * places, places).Fill(_bias[(group * written) + channel]);
        var epilogue = new Epilogue { Relu = _relu };
        Gemm.Run(_isBackward, false, written, places, read, 1, weight, c.GroupIn, source, places, _accumulate || _bias != null ? 1 : 0, target, places, epilogue);
    }
}
