namespace NnGen;

// Functions of torch that choose and combine the elements of several tensors, which broadcast.
public static partial class F
{
    /// <summary>Elements of <paramref name="a"/> where the condition holds, of <paramref name="b"/> elsewhere.</summary>
    [Lowers(typeof(WhereOp))]
    public static Tensor Where(Tensor<bool> condition, Tensor a, Tensor b) => WhereOp.Apply(a, condition, b);

    /// <inheritdoc cref="Where(Tensor{bool}, Tensor, Tensor)"/>
    [Lowers(typeof(WhereOp))]
    public static Tensor<T> Where<T>(Tensor<bool> condition, Tensor<T> a, Tensor<T> b)
        where T : unmanaged
        => WhereOp.Apply(a, condition, b);

    /// <summary>Elements of <paramref name="x"/> where the condition holds, a number elsewhere.</summary>
    [Lowers(typeof(WhereScalarOp))]
    public static Tensor Where(Tensor<bool> condition, Tensor x, double value) => WhereScalarOp.Apply(x, condition, value);

    /// <summary>A number where the condition holds, elements of <paramref name="x"/> elsewhere.</summary>
    [Lowers(typeof(MaskedFillOp))]
    public static Tensor Where(Tensor<bool> mask, double value, Tensor x) => MaskedFillOp.Apply(x, mask, value);

    /// <summary>The larger of two elements; NaN where either is.</summary>
    [Lowers(typeof(MaximumOp))]
    public static Tensor Maximum(Tensor a, Tensor b) => MaximumOp.Apply(a, b);

    /// <summary>The smaller of two elements; NaN where either is.</summary>
    [Lowers(typeof(MinimumOp))]
    public static Tensor Minimum(Tensor a, Tensor b) => MinimumOp.Apply(a, b);

    /// <summary>Elements of <paramref name="a"/> to the power of those of <paramref name="b"/>.</summary>
    [Lowers(typeof(PowOp))]
    public static Tensor Pow(Tensor a, Tensor b) => PowOp.Apply(a, b);

    /// <summary>Each element to the power of a number.</summary>
    [Lowers(typeof(PowScalarOp))]
    public static Tensor Pow(Tensor x, double exponent) => PowScalarOp.Apply(x, exponent);

    /// <summary>A number to the power of each element.</summary>
    [Lowers(typeof(ScalarPowOp))]
    public static Tensor Pow(double scalar, Tensor x) => ScalarPowOp.Apply(x, scalar);

    /// <summary>The point that lies at <paramref name="weight"/> on the way from <paramref name="a"/> to <paramref name="b"/>.</summary>
    [Lowers(typeof(LerpScalarOp))]
    public static Tensor Lerp(Tensor a, Tensor b, double weight) => LerpScalarOp.Apply(a, b, weight);

    /// <summary>The point that lies at <paramref name="weight"/> on the way from <paramref name="a"/> to <paramref name="b"/>.</summary>
    [Lowers(typeof(LerpOp))]
    public static Tensor Lerp(Tensor a, Tensor b, Tensor weight) => LerpOp.Apply(a, b, weight);
}
