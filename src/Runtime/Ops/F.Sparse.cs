namespace NnGen;

public static partial class F
{
    /// <summary>Rows of a matrix, looked up by index.</summary>
    /// <param name="input">Indices of any shape <c>*S</c>.</param>
    /// <param name="weight">Shape <c>V, E</c>.</param>
    /// <param name="paddingIdx">A row that receives no gradient, counted from the end where negative. Default: none.</param>
    /// <param name="maxNorm">Rows of a greater norm are scaled down to it. Default: none.</param>
    /// <param name="normType">Which p-norm. Default: 2.</param>
    /// <param name="scaleGradByFreq">Whether a row's gradient is divided by how often the row was looked up. Default: no.</param>
    /// <param name="table">The weight once more, where rows that are scaled down stay so in it. Default: it is not written.</param>
    /// <param name="training">Whether the table is written. Default: no.</param>
    /// <returns>Shape <c>*S, E</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is no row.</exception>
    [Lowers(typeof(EmbeddingOp))]
    public static Tensor Embedding(
        Tensor<long> input,
        Tensor weight,
        int? paddingIdx = null,
        double? maxNorm = null,
        double normType = 2,
        bool scaleGradByFreq = false,
        Tensor? table = null,
        bool training = false)
        => EmbeddingOp.Apply(input, weight, table, paddingIdx, maxNorm, normType, scaleGradByFreq, training);

    /// <summary>Sums, means or largest elements of bags of rows of a matrix.</summary>
    /// <param name="input">Indices: <c>N, S</c>, a bag in each row, or <c>T</c>, with offsets.</param>
    /// <param name="weight">Shape <c>V, E</c>.</param>
    /// <param name="offsets">Where bags begin in a list of indices: <c>B</c>. Default: none.</param>
    /// <param name="maxNorm">Rows of a greater norm are scaled down to it. Default: none.</param>
    /// <param name="normType">Which p-norm. Default: 2.</param>
    /// <param name="scaleGradByFreq">Whether a row's gradient is divided by how often the row was looked up. Default: no.</param>
    /// <param name="mode">What is made of the rows of a bag. Default: their mean.</param>
    /// <param name="perSampleWeights">A factor of each row, in the shape of the indices; for sums alone. Default: none.</param>
    /// <param name="includeLastOffset">Whether the last offset is the end of the last bag. Default: no.</param>
    /// <param name="paddingIdx">A row that does not count, counted from the end where negative. Default: none.</param>
    /// <param name="table">The weight once more, where rows that are scaled down stay so in it. Default: it is not written.</param>
    /// <param name="training">Whether the table is written. Default: no.</param>
    /// <returns>Shape <c>N, E</c> or <c>B, E</c>; zeros for an empty bag.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index or an offset is out of range.</exception>
    /// <exception cref="ArgumentException">Arguments exclude each other.</exception>
    [Lowers(typeof(EmbeddingBagOp))]
    public static Tensor EmbeddingBag(
        Tensor<long> input,
        Tensor weight,
        Tensor<long>? offsets = null,
        double? maxNorm = null,
        double normType = 2,
        bool scaleGradByFreq = false,
        EmbeddingBagMode mode = EmbeddingBagMode.Mean,
        Tensor? perSampleWeights = null,
        bool includeLastOffset = false,
        int? paddingIdx = null,
        Tensor? table = null,
        bool training = false)
        => EmbeddingBagOp.Apply(
            input, weight, offsets, perSampleWeights, table, maxNorm, normType, scaleGradByFreq, mode, includeLastOffset, paddingIdx, training);
}
