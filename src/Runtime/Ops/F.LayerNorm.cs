namespace NnGen;

public static partial class F
{
    /// <summary>The last dims brought to mean 0 and variance 1, then scaled and shifted element by element.</summary>
    /// <param name="x">Shape <c>*B, normalizedShape</c>.</param>
    /// <param name="normalizedShape">The last dims.</param>
    /// <param name="weight">A factor for each of their elements. Default: none.</param>
    /// <param name="bias">What is added to each of them. Default: nothing.</param>
    /// <param name="eps">Added to the variance. Default: 1e-5.</param>
    /// <returns>The shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(LayerNormOp))]
    public static Tensor LayerNorm(Tensor x, Sizes normalizedShape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
        => LayerNormOp.Apply(x, weight, bias, normalizedShape, eps);

    /// <summary>The last dims divided by their root mean square, then scaled element by element.</summary>
    /// <param name="x">Shape <c>*B, normalizedShape</c>.</param>
    /// <param name="normalizedShape">The last dims.</param>
    /// <param name="weight">A factor for each of their elements. Default: none.</param>
    /// <param name="eps">Added to the mean square. Default: the distance of 1 and the next float, 1.1920929e-7.</param>
    /// <returns>The shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Lowers(typeof(RmsNormOp))]
    public static Tensor RmsNorm(Tensor x, Sizes normalizedShape, Tensor? weight = null, double? eps = null)
        => RmsNormOp.Apply(x, weight, normalizedShape, eps);
}
