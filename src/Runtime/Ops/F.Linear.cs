namespace NnGen;

public static partial class F
{
    /// <summary><c>x · weightᵀ + bias</c>.</summary>
    /// <param name="x">Shape <c>*B, inFeatures</c>.</param>
    /// <param name="weight">Shape <c>outFeatures, inFeatures</c>.</param>
    /// <param name="bias">Shape <c>outFeatures</c>. Default: none.</param>
    /// <returns>Shape <c>*B, outFeatures</c>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(LinearOp))]
    public static Tensor Linear(Tensor x, Tensor weight, Tensor? bias = null) => LinearOp.Apply(x, weight, bias);

    /// <summary>
    /// Sums of products of the elements of tensors whose dims an equation names, as in Einstein's notation: <c>"bij,bjk->bik"</c>
    /// is a batch of matrix products. <c>...</c> stands for dims that broadcast; without an arrow the result has the letters that
    /// appear once, in alphabetical order.
    /// </summary>
    /// <param name="equation">The names of the dims of each tensor and of the result.</param>
    /// <param name="operands">The tensors.</param>
    /// <exception cref="ShapeException">The equation is none, or does not fit the shapes.</exception>
    [Lowers(typeof(EinsumOp))]
    public static Tensor Einsum(string equation, params ReadOnlySpan<Tensor> operands) => EinsumOp.Apply(operands, equation);

    /// <inheritdoc cref="Einsum(string, ReadOnlySpan{Tensor})"/>
    [Lowers(typeof(EinsumOp))]
    public static Tensor Einsum(string equation, params Tensor[] operands) => EinsumOp.Apply(operands, equation);
}
