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
}
