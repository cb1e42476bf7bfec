namespace NnGen;

// Products of matrices and vectors, and functions of torch over one tensor that are called as functions.
public static partial class F
{
    /// <inheritdoc cref="Tensor.MatMul"/>
    [Lowers(typeof(MatMulOp))]
    public static Tensor MatMul(Tensor a, Tensor b) => MatMulOp.Apply(a, b);

    /// <inheritdoc cref="Tensor.Bmm"/>
    [Lowers(typeof(BmmOp))]
    public static Tensor Bmm(Tensor a, Tensor b) => BmmOp.Apply(a, b);

    /// <inheritdoc cref="Tensor.Outer"/>
    [Lowers(typeof(OuterOp))]
    public static Tensor Outer(Tensor a, Tensor b) => OuterOp.Apply(a, b);

    /// <inheritdoc cref="Tensor.Tril"/>
    [Lowers(typeof(TrilOp))]
    public static Tensor Tril(Tensor x, int diagonal = 0) => TrilOp.Apply(x, diagonal);

    /// <inheritdoc cref="Tensor.Triu"/>
    [Lowers(typeof(TriuOp))]
    public static Tensor Triu(Tensor x, int diagonal = 0) => TriuOp.Apply(x, diagonal);
}
