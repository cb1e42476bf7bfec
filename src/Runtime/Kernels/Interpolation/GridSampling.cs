namespace NnGen.Kernels;

/// <summary>Images and volumes read at the places of a grid, a part for each sample.</summary>
internal unsafe struct GridSampling : IJob
{
    private const int MaxTaps = 4;

    private readonly SampleAxis _planes;
    private readonly SampleAxis _rows;
    private readonly SampleAxis _columns;
    private readonly int _dims;
    private readonly int _samples;
    private readonly int _channels;
    private readonly int _places;
    private float* _input;
    private float* _grid;
    private float* _y;
    private float* _dinput;
    private float* _dgrid;
    private bool _accumulateGrid;

    /// <param name="input">[N, C, *D].</param>
    /// <param name="y">[N, C, *P].</param>
    /// <param name="mode">How values between elements are found.</param>
    /// <param name="padding">What stands outside.</param>
    /// <param name="alignCorners">Whether -1 and 1 are the middles of the outermost elements.</param>
    /// <exception cref="ArgumentException">The mode is none of bilinear, nearest and bicubic, or bicubic with a volume.</exception>
    public GridSampling(Shape input, Shape y, InterpolationMode mode, GridSamplePaddingMode padding, bool alignCorners)
    {
        if (mode is not (InterpolationMode.Bilinear or InterpolationMode.Nearest or InterpolationMode.Bicubic))
            throw new ArgumentException($"grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '{mode}'");
        if (mode == InterpolationMode.Bicubic && input.Rank != 4)
            throw new ArgumentException("grid_sample(): bicubic interpolation only supports 4D input");
        for (var dim = 2; dim < input.Rank; dim++)
        {
            if (input[dim] == 0)
                throw new ArgumentException($"grid_sample(): expected input to have non-empty spatial dimensions, but input has sizes {input} with dimension {dim} being empty");
        }

        _dims = input.Rank - 2;
        (_samples, _channels, _places) = (input[0], input[1], Pooling.Trailing(_dims, y));
        _planes = _dims == 3 ? new SampleAxis(input[2], mode, padding, alignCorners) : SampleAxis.Single;
        _rows = new SampleAxis(input[^2], mode, padding, alignCorners);
        _columns = new SampleAxis(input[^1], mode, padding, alignCorners);
    }

    private readonly int InputSize => _planes.Size * _rows.Size * _columns.Size;

    /// <summary>Reads the places.</summary>
    public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> grid, Span<float> y)
    {
        input.Check(_samples * _channels * InputSize);
        grid.Check(_samples * _places * _dims);
        y.Check(_samples * _channels * _places);
        fixed (float* pi = input, pg = grid, py = y)
        {
            _input = pi;
            _grid = pg;
            _y = py;
            Threads.Run(_samples, ref this);
        }
    }

    /// <summary>Computes the gradients of input and grid.</summary>
    public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> grid, ReadOnlySpan<float> dy, Gradient dinput, Gradient dgrid)
    {
        input.Check(_samples * _channels * InputSize);
        grid.Check(_samples * _places * _dims);
        dy.Check(_samples * _channels * _places);
        if (dinput.IsWanted && !dinput.Accumulate)
            dinput.Span.Clear();
        fixed (float* pi = input, pg = grid, py = dy, pdi = dinput.Span, pdg = dgrid.Span)
        {
            _input = pi;
            _grid = pg;
            _y = py;
            _dinput = pdi;
            _dgrid = pdg;
            _accumulateGrid = dgrid.Accumulate;
            if (pdi != null || pdg != null)
                Threads.Run(_samples, ref this);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Span<int> elements = stackalloc int[3 * MaxTaps];
        Span<float> weights = stackalloc float[3 * MaxTaps], slopes = stackalloc float[3 * MaxTaps], gradient = stackalloc float[3];
        for (var place = 0; place < _places; place++)
        {
            var at = _grid + ((((nint)part * _places) + place) * _dims);
            _columns.Find(at[0], elements, weights, slopes);
            _rows.Find(at[1], elements[MaxTaps..], weights[MaxTaps..], slopes[MaxTaps..]);
            _planes.Find(_dims == 3 ? at[2] : 0, elements[(2 * MaxTaps)..], weights[(2 * MaxTaps)..], slopes[(2 * MaxTaps)..]);
            gradient.Clear();
            Taps(part, place, elements, weights, slopes, gradient);
            for (var dim = 0; dim < _dims && _dgrid != null; dim++)
            {
                var target = _dgrid + ((((nint)part * _places) + place) * _dims) + dim;
                *target = _accumulateGrid ? *target + gradient[dim] : gradient[dim];
            }
        }
    }

    /// <summary>Goes through the elements of which the value at a place is made.</summary>
    private readonly void Taps(int sample, int place, Span<int> elements, Span<float> weights, Span<float> slopes, Span<float> gradient)
    {
        var isForward = _dinput == null && _dgrid == null;
        for (var channel = 0; channel < _channels && isForward; channel++)
            _y[((((nint)sample * _channels) + channel) * _places) + place] = 0;
        for (var plane = 2 * MaxTaps; plane < (2 * MaxTaps) + _planes.Taps; plane++)
        {
            for (var row = MaxTaps; row < MaxTaps + _rows.Taps; row++)
            {
                for (var column = 0; column < _columns.Taps; column++)
                {
                    if (elements[plane] < 0 || elements[row] < 0 || elements[column] < 0)
                        continue;
                    var element = (((elements[plane] * _rows.Size) + elements[row]) * _columns.Size) + elements[column];
                    var weight = weights[plane] * weights[row] * weights[column];
                    if (isForward)
                    {
                        Add(sample, place, element, weight);
                        continue;
                    }

                    var projection = Return(sample, place, element, weight);
                    gradient[0] += projection * weights[plane] * weights[row] * slopes[column];
                    gradient[1] += projection * weights[plane] * slopes[row] * weights[column];
                    gradient[2] += projection * slopes[plane] * weights[row] * weights[column];
                }
            }
        }
    }

    private readonly void Add(int sample, int place, int element, float weight)
    {
        for (var channel = 0; channel < _channels; channel++)
        {
            var plane = ((nint)sample * _channels) + channel;
            _y[(plane * _places) + place] += weight * _input[(plane * InputSize) + element];
        }
    }

    /// <summary>Adds to the gradient of an element in all channels, and gives the sum of their values times the gradients.</summary>
    private readonly float Return(int sample, int place, int element, float weight)
    {
        var projection = 0f;
        for (var channel = 0; channel < _channels; channel++)
        {
            var plane = ((nint)sample * _channels) + channel;
            var gradient = _y[(plane * _places) + place];
            projection += gradient * _input[(plane * InputSize) + element];
            if (_dinput != null)
                _dinput[(plane * InputSize) + element] += weight * gradient;
        }

        return projection;
    }
}
