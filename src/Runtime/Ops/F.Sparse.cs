namespace NnGen;

public static partial class F
{
    /// <summary>Rows of a matrix, looked up by index.</summary>
    /// <param name="input">Indices of any shape <c>*S</c>.</param>
    /// <param name="weight">Shape <c>V, E</c>.</param>
    /// <param name="paddingIdx">A row that receives no gradient, counted from the end where negative. Default: none.</param>
    /// <param name="scaleGradByFreq">Whether a row's gradient is divided by how often the row was looked up. Default: no.</param>
    /// <returns>Shape <c>*S, E</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is no row.</exception>
    [Lowers(typeof(EmbeddingOp))]
    public static Tensor Embedding(Tensor<long> input, Tensor weight, int? paddingIdx = null, bool scaleGradByFreq = false)
        => EmbeddingOp.Apply(input, weight, paddingIdx, scaleGradByFreq);
}
