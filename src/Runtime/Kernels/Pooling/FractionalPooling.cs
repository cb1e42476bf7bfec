using System.Numerics;

namespace NnGen.Kernels;

/// <summary>
/// The largest element under windows at random distances: Graham, Fractional Max-Pooling (2014). A part for each sample and
/// channel.
/// </summary>
/// <typeparam name="TIndex">Type of the indices: int or long.</typeparam>
internal unsafe struct FractionalPooling<TIndex> : IJob
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    private int _dims;
    private (int Depth, int Height, int Width) _input;
    private (int Depth, int Height, int Width) _output;
    private Size3D _kernel;
    private float* _x;
    private float* _samples;
    private float* _y;
    private TIndex* _indices;

    /// <summary>Finds the elements and where they stand in their channel.</summary>
    /// <param name="dims">How many dims are pooled.</param>
    /// <param name="x">The elements.</param>
    /// <param name="samples">A number from 0 to 1 for each dim of each channel; absent: drawn.</param>
    /// <param name="y">The largest elements.</param>
    /// <param name="indices">Where they stand.</param>
    /// <param name="xShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="kernel">Size of the window.</param>
    /// <exception cref="ArgumentException">The window is not positive, or too large for as many places.</exception>
    public static void Run(
        int dims, ReadOnlySpan<float> x, ReadOnlySpan<float> samples, Span<float> y, Span<TIndex> indices, Shape xShape, Shape yShape, Size3D kernel)
    {
        var channels = Pooling.Leading(dims, xShape);
        FractionalPooling<TIndex> job = new() { _dims = dims, _input = Sizes(dims, xShape), _output = Sizes(dims, yShape), _kernel = kernel };
        Check(job._input.Width, job._output.Width, kernel.Width);
        Check(job._input.Height, job._output.Height, kernel.Height);
        Check(job._input.Depth, job._output.Depth, kernel.Depth);
        if (samples.IsAbsent())
            samples = Tensor.Rand(channels, dims).AsSpan();
        x.Check(channels * Pooling.Trailing(dims, xShape));
        y.Check(channels * Pooling.Trailing(dims, yShape));
        indices.Check(y.Length);
        samples.Check(channels * dims);
        fixed (float* px = x, ps = samples, py = y)
        fixed (TIndex* pi = indices)
        {
            job._x = px;
            job._samples = ps;
            job._y = py;
            job._indices = pi;
            Threads.Run(channels, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var x = _x + ((nint)part * _input.Depth * _input.Height * _input.Width);
        var at = (nint)part * _output.Depth * _output.Height * _output.Width;
        var samples = _samples + ((nint)part * _dims);

        // PyTorch takes an image's samples for the width first, a volume's for the depth first.
        var (depth, height, width) = _dims == 3 ? (samples[0], samples[1], samples[2]) : (0, samples[1], samples[0]);
        for (var plane = 0; plane < _output.Depth; plane++)
        {
            var planes = Range(plane, _input.Depth, _output.Depth, _kernel.Depth, depth);
            for (var row = 0; row < _output.Height; row++)
            {
                var rows = Range(row, _input.Height, _output.Height, _kernel.Height, height);
                for (var column = 0; column < _output.Width; column++, at++)
                {
                    var columns = Range(column, _input.Width, _output.Width, _kernel.Width, width);
                    var found = new PoolWindow(planes, rows, columns, _input.Height, _input.Width, paddedSize: 0).IndexOfMax(x);
                    _y[at] = x[found];
                    _indices[at] = TIndex.CreateTruncating(found);
                }
            }
        }
    }

    private static (int Start, int End) Range(int window, int input, int output, int kernel, float sample)
    {
        var start = input - kernel;
        if (window < output - 1)
        {
            var alpha = (float)(input - kernel) / (output - 1);
            start = (int)((window + sample) * alpha) - (int)(sample * alpha);
        }

        return (start, start + kernel);
    }

    private static (int Depth, int Height, int Width) Sizes(int dims, Shape shape) => (dims == 3 ? shape[^3] : 1, shape[^2], shape[^1]);

    private static void Check(int input, int output, int kernel)
    {
        if (kernel < 1)
            throw new ArgumentException($"kernel size should be greater than zero, but got {kernel}");
        if (output + kernel - 1 > input)
            throw new ArgumentException($"fractional max pooling: a window of {kernel} is too large for {output} places in an input of {input}");
    }
}
