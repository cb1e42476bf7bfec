using NnGen.Kernels;

namespace NnGen;

/// <summary>Rows of a matrix, looked up by index.</summary>
[Op("input: long[*S]; weight: V, E; !table: V, E? -> y: *S, E")]
public static partial class EmbeddingOp
{
    /// <summary>Copies the rows.</summary>
    /// <param name="input">The indices.</param>
    /// <param name="weight">The matrix.</param>
    /// <param name="table">The matrix once more, where rows are renormalised in it in training; or absent.</param>
    /// <param name="y">The rows.</param>
    /// <param name="v">Rows of the matrix.</param>
    /// <param name="e">Its columns.</param>
    /// <param name="paddingIdx">A row that receives no gradient, counted from the end where negative. Default: none.</param>
    /// <param name="scaleGradByFreq">Whether a row's gradient is divided by how often the row was looked up. Default: no.</param>
    /// <param name="maxNorm">Rows of a greater norm are scaled down to it. Default: none.</param>
    /// <param name="normType">Which p-norm. Default: 2.</param>
    /// <param name="training">Whether the table is written. Default: no.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is no row.</exception>
    public static void Forward(
        ReadOnlySpan<long> input,
        ReadOnlySpan<float> weight,
        Span<float> table,
        Span<float> y,
        int v,
        int e,
        int? paddingIdx = null,
        double? maxNorm = null,
        double normType = 2,
        bool scaleGradByFreq = false,
        bool training = false)
    {
        weight.Check(v * e);
        y.Check(input.Length * e);
        if (paddingIdx is { } padding && (padding < -v || padding >= v))
            throw new ArgumentOutOfRangeException(nameof(paddingIdx), padding, "padding_idx must be within num_embeddings");
        foreach (var index in input)
        {
            if (index < 0 || index >= v)
                throw new ArgumentOutOfRangeException(nameof(input), $"index out of range in self: {index}, and there are {v} rows, 0 to {v - 1}.");
        }

        using var scratch = Scratch.Rent(e);
        var rows = new LimitedRows(weight, scratch.Span(e), maxNorm, normType);
        if (training && !table.IsEmpty)
            rows.Store(table, input);
        if (maxNorm is null)
        {
            RowCopyJob.Run(input, weight, e, y);
            return;
        }

        for (var i = 0; i < input.Length; i++)
            rows[input[i]].CopyTo(y[(i * e)..]);
    }

    /// <summary>Sums the gradients of each row.</summary>
    public static void Backward(
        ReadOnlySpan<long> input, ReadOnlySpan<float> dy, Gradient dweight, int v, int e, int? paddingIdx, bool scaleGradByFreq)
    {
        if (dweight.IsWanted)
            RowGradientJob.Run(input, paddingIdx is { } index ? (index + v) % v : -1, dy, dweight, v, e, scaleGradByFreq);
    }
}
