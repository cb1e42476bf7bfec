using System.Numerics.Tensors;

namespace NnGen.Kernels;

/// <summary>What happens between a stretch of a row of the input, of the output, and the weight between them.</summary>
internal unsafe interface IDepthwiseStep
{
    /// <summary>Whether the input is what is computed.</summary>
    static abstract bool WritesInput { get; }

    /// <summary>Whether the output is what is computed.</summary>
    static abstract bool WritesOutput { get; }

    /// <summary>Elements of the input, <paramref name="step"/> apart, and as many of the output.</summary>
    static abstract void Row(float* x, int step, float* y, int count, float* weight);
}

/// <summary>The output: <c>y += weight · x</c>.</summary>
internal readonly unsafe struct GatherInput : IDepthwiseStep
{
    public static bool WritesInput => false;

    public static bool WritesOutput => true;

    public static void Row(float* x, int step, float* y, int count, float* weight)
    {
        if (step == 1)
        {
            Span<float> target = new(y, count);
            TensorPrimitives.MultiplyAdd(new ReadOnlySpan<float>(x, count), *weight, target, target);
            return;
        }

        for (var i = 0; i < count; i++)
            y[i] += *weight * x[(nint)i * step];
    }
}

/// <summary>The gradient of the input: <c>x += weight · y</c>.</summary>
internal readonly unsafe struct SpreadOutput : IDepthwiseStep
{
    public static bool WritesInput => true;

    public static bool WritesOutput => false;

    public static void Row(float* x, int step, float* y, int count, float* weight)
    {
        if (step == 1)
        {
            Span<float> target = new(x, count);
            TensorPrimitives.MultiplyAdd(new ReadOnlySpan<float>(y, count), *weight, target, target);
            return;
        }

        for (var i = 0; i < count; i++)
            x[(nint)i * step] += *weight * y[i];
    }
}

/// <summary>The gradient of the weight: the sum of <c>x · y</c>.</summary>
internal readonly unsafe struct WeighRows : IDepthwiseStep
{
    public static bool WritesInput => false;

    public static bool WritesOutput => false;

    public static void Row(float* x, int step, float* y, int count, float* weight)
    {
        if (step == 1)
        {
            *weight += TensorPrimitives.Dot(new ReadOnlySpan<float>(x, count), new ReadOnlySpan<float>(y, count));
            return;
        }

        var sum = 0f;
        for (var i = 0; i < count; i++)
            sum += x[(nint)i * step] * y[i];
        *weight += sum;
    }
}

/// <summary>A convolution whose groups have one input channel each, element of the window by element, row by row.</summary>
internal unsafe struct DepthwiseJob<TStep> : IJob
    where TStep : struct, IDepthwiseStep
{
    private Convolution _convolution;
    private float* _x;
    private float* _weight;
    private float* _bias;
    private float* _y;
    private bool _accumulate;

    /// <summary>Computes the input or the output, a part for each sample and group.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="x">The input, or its gradient.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="bias">Added to each channel of what is computed; null: nothing.</param>
    /// <param name="y">The output, or its gradient.</param>
    /// <param name="accumulate">Whether to add to what is there.</param>
    public static void Run(in Convolution convolution, float* x, float* weight, float* bias, float* y, bool accumulate)
    {
        DepthwiseJob<TStep> job = new() { _convolution = convolution, _x = x, _weight = weight, _bias = bias, _y = y, _accumulate = accumulate };
        Threads.Run(convolution.Batch * convolution.Groups, ref job);
    }

    /// <summary>Passes over all windows of a channel of the input and one of the output.</summary>
    public static void Channel(in Convolution convolution, float* x, float* weight, float* y)
    {
        var rows = convolution.Planes.Output * convolution.Rows.Output;
        for (var plane = 0; plane < convolution.Planes.Kernel; plane++)
        {
            for (var row = 0; row < convolution.Rows.Kernel; row++)
            {
                for (var window = 0; window < rows; window++)
                {
                    if (convolution.RowAt(window, plane, row) is >= 0 and var at)
                        Row(convolution.Columns, convolution.Mode, x + ((nint)at * convolution.Columns.Input), weight, y + ((nint)window * convolution.Columns.Output));
                }

                weight += convolution.Columns.Kernel;
            }
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = _convolution;
        var group = part % c.Groups;
        var x = _x + ((nint)part * c.InputSize);
        var y = _y + ((nint)part * c.GroupOut * c.OutputSize);
        if (TStep.WritesInput)
            Start(x, c.InputSize, group);
        for (var channel = 0; channel < c.GroupOut; channel++, y += c.OutputSize)
        {
            if (TStep.WritesOutput)
                Start(y, c.OutputSize, (group * c.GroupOut) + channel);
            Channel(c, x, _weight + ((nint)((group * c.GroupOut) + channel) * c.Window), y);
        }
    }

    private static void Row(WindowAxis axis, PaddingMode mode, float* x, float* weight, float* y)
    {
        for (var element = 0; element < axis.Kernel; element++)
        {
            var (start, end) = axis.Inside(element);
            if (end > start)
                TStep.Row(x + axis.At(start, element), axis.Stride, y + start, end - start, weight + element);
            if (mode == PaddingMode.Zeros)
                continue;
            for (var window = 0; window < axis.Output; window = window + 1 == start ? Math.Max(end, start) : window + 1)
            {
                if (window < start || window >= end)
                    TStep.Row(x + axis.Padded(axis.At(window, element), mode), 1, y + window, 1, weight + element);
            }
        }
    }

    private readonly void Start(float* channel, int length, int index)
    {
        if (_bias != null)
            new Span<float>(channel, length).Fill(_bias[index]);
        else if (!_accumulate)
            new Span<float>(channel, length).Clear();
    }
}
