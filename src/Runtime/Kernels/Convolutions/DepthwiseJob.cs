using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// A depthwise convolution, or the gradient of its input: image by image, each laid out with its padding, so that what an element of
/// the window reads for a row of the result is a row of vectors.
/// </summary>
internal unsafe struct DepthwiseJob : IJob
{
    /// <summary>Multiply-adds worth a thread of their own.</summary>
    private const long PartWork = 1 << 17;

    private Convolution _convolution;
    private bool _isBackward;
    private Split _images;
    private float* _source;
    private float* _weight;
    private float* _bias;
    private float* _target;
    private float _floor;
    private bool _accumulate;

    /// <summary>Computes the output, or adds to it.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="isBackward">Whether the input is computed from the output, not the other way round.</param>
    /// <param name="source">The input; backward the output's gradient.</param>
    /// <param name="weight">The weight, [channels, 1, window].</param>
    /// <param name="bias">Added to each channel; absent: nothing.</param>
    /// <param name="target">The output; backward the input's gradient.</param>
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
        var c = convolution;
        var images = c.Batch * c.Groups;
        source.Check(images * (isBackward ? c.OutputSize : c.InputSize));
        target.Span.Check(images * (isBackward ? c.InputSize : c.OutputSize));
        weight.Check(c.Groups * c.Kernel);
        if (!bias.IsAbsent())
            bias.Check(c.Groups);
        if (images == 0)
            return;
        var parts = Math.Clamp((long)images * c.OutputSize * c.Kernel / PartWork, 1, images);
        fixed (float* ps = source, pw = weight, pb = bias, pt = target.Span)
        {
            DepthwiseJob job = new()
            {
                _convolution = c,
                _isBackward = isBackward,
                _images = new Split(images, (int)parts),
                _source = ps,
                _weight = pw,
                _bias = pb,
                _target = pt,
                _floor = relu ? 0 : float.NegativeInfinity,
                _accumulate = target.Accumulate,
            };
            Threads.Run(job._images.Pieces, ref job);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = _convolution;
        var grid = _isBackward ? c.OutputGrid : c.InputGrid;
        grid = grid with { Columns = grid.Columns.WithAlignedCells() };
        var (planeStep, rowStep) = (grid.PlaneStep, grid.Columns.Cells);
        var (sourceSize, targetSize) = _isBackward ? (c.OutputSize, c.InputSize) : (c.InputSize, c.OutputSize);
        var (places, kernel) = (_isBackward ? c.Places : 1, c.Kernel);
        using var cells = Scratch.Rent(grid.Length + (DepthwiseProduct.RowsReadBeyond * rowStep));
        cells.Span((int)grid.Length).Clear();
        using var lists = Scratch.Rent(((long)c.Kernel * sizeof(TapRun) / sizeof(float)) + places);
        var runs = (TapRun*)lists.Pointer;
        var counts = (int*)(runs + c.Kernel);
        List(grid, places, runs, counts);
        DepthwiseProduct product = new()
        {
            Cells = cells.Pointer,
            PlaneStep = planeStep,
            RowStep = rowStep,
            Floor = _floor,
            Accumulate = _accumulate,
            Lattice = _isBackward ? c.Input(0) : c.Output,
        };
        for (int image = _images.Start(part), end = _images.Start(part + 1); image < end; image++)
        {
            var channel = image % c.Groups;
            grid.Replace<V>(_source + ((nint)image * sourceSize), cells.Pointer);
            product.Runs = runs;
            product.Weight = _weight + ((nint)channel * kernel);
            product.Bias = _bias == null ? 0 : _bias[channel];
            product.Target = _target + ((nint)image * targetSize);
            for (var place = 0; place < places; place++, product.Runs += product.Count)
            {
                product.Count = counts[place];
                if (places > 1)
                    product.Lattice = c.Input(place);
                product.Run<V>();
            }
        }
    }

    /// <summary>Lists for each place modulo the stride which elements of the window meet it and where they read.</summary>
    private readonly void List(in Grid grid, int places, TapRun* runs, int* counts)
    {
        var c = _convolution;
        using var lists = Scratch.Rent(2 * c.Kernel);
        var offsets = (int*)lists.Pointer;
        var elements = offsets + c.Kernel;
        for (var place = 0; place < places; place++)
        {
            var (planes, rows, columns) = _isBackward
                ? c.Taps(place)
                : (Taps.OfInput(c.Planes), Taps.OfInput(c.Rows), Taps.OfInput(c.Columns));
            var count = grid.List(planes, rows, columns, offsets, elements);
            counts[place] = TapRun.List(offsets, elements, count, c.Columns.Kernel, grid.Columns.Cells, runs);
            runs += counts[place];
        }
    }
}
