namespace NnGen.Kernels;

/// <summary>
/// The weight that the hidden states are multiplied by at every step. For a sequence it is laid out once as matrix products read it,
/// a row for each feature.
/// </summary>
internal readonly ref struct HiddenWeight
{
    private const int StepsWorthLayingOut = 4;

    /// <summary>Products of few samples read the weight as it is.</summary>
    private const int SamplesWorthLayingOut = 5;

    private readonly ReadOnlySpan<float> _weight;
    private readonly int _features;
    private readonly int _rowStep;
    private readonly bool _isLaidOut;

    /// <param name="weight">The weight, rows by features.</param>
    /// <param name="sizes">Sizes of the stack.</param>
    /// <param name="rows">Rows of the weight.</param>
    /// <param name="scratch">Where it is laid out, <see cref="Length"/> floats.</param>
    public unsafe HiddenWeight(ReadOnlySpan<float> weight, RecurrentSizes sizes, int rows, in Scratch scratch)
    {
        _weight = weight;
        _features = sizes.Output;
        _rowStep = sizes.Output;
        _isLaidOut = Length(sizes, rows) > 0;
        if (!_isLaidOut)
            return;
        _rowStep = RowStep(rows);
        fixed (float* source = weight)
        {
            TransposeJob job = new() { Source = source, Rows = rows, Columns = _features, Target = scratch.Pointer, TargetStep = _rowStep };
            Threads.Run(1, ref job);
        }

        _weight = scratch.Span(_features * _rowStep);
    }

    /// <summary>Floats that laying the weight out takes; 0 where that does not pay.</summary>
    public static int Length(RecurrentSizes sizes, int rows)
        => sizes.Steps < StepsWorthLayingOut || sizes.Batch < SamplesWorthLayingOut ? 0 : sizes.Output * RowStep(rows);

    /// <summary>Multiplies the hidden states of some samples by some rows of the weight.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="rows">How many.</param>
    /// <param name="samples">How many samples.</param>
    /// <param name="hidden">Their hidden states.</param>
    /// <param name="hiddenStep">How far these lie apart.</param>
    /// <param name="beta">Factor of what the result held.</param>
    /// <param name="result">The result.</param>
    /// <param name="resultStep">How far its rows lie apart.</param>
    /// <param name="bias">What is added; absent: nothing.</param>
    public void Multiply(
        int first, int rows, int samples, ReadOnlySpan<float> hidden, int hiddenStep, float beta, Span<float> result, int resultStep, ReadOnlySpan<float> bias)
    {
        var weight = _weight[(_isLaidOut ? first : first * _rowStep)..];
        Epilogue epilogue = new() { Bias = bias };
        Gemm.Run(false, !_isLaidOut, samples, rows, _features, 1, hidden, hiddenStep, weight, _rowStep, beta, result, resultStep, epilogue);
    }

    /// <summary>Rows of whole cache lines.</summary>
    private static int RowStep(int rows) => (rows + 15) / 16 * 16;
}

/// <summary>Transposes a matrix, whose rows become columns.</summary>
internal unsafe struct TransposeJob : IJob
{
    public float* Source;
    public int Rows;
    public int Columns;
    public float* Target;

    /// <summary>How far the rows of the result lie apart: as many elements as there are rows, or more, which become zeros.</summary>
    public int TargetStep;

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
        => Packing.TransposeColumns<V>(Source, Columns, Rows, Columns, Target, TargetStep);
}
