using NnGen.CompilerServices;

namespace NnGen;

// Functions of each element in place.
public partial class Tensor
{
    /// <summary>The absolute value of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(AbsOp), InPlace = true)]
    public Tensor Abs_() => Update(default(AbsOp));

    /// <summary>The elements with the other sign, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(NegOp), InPlace = true)]
    public Tensor Neg_() => Update(default(NegOp));

    /// <summary><c>e</c> to the power of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(ExpOp), InPlace = true)]
    public Tensor Exp_() => Update(default(ExpOp));

    /// <summary><c>exp(x) - 1</c> of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(Expm1Op), InPlace = true)]
    public Tensor Expm1_() => Update(default(Expm1Op));

    /// <summary>The natural logarithm of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(LogOp), InPlace = true)]
    public Tensor Log_() => Update(default(LogOp));

    /// <summary><c>log(1 + x)</c> of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(Log1pOp), InPlace = true)]
    public Tensor Log1p_() => Update(default(Log1pOp));

    /// <summary>The square root of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(SqrtOp), InPlace = true)]
    public Tensor Sqrt_() => Update(default(SqrtOp));

    /// <summary>The reciprocal of the square root of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(RsqrtOp), InPlace = true)]
    public Tensor Rsqrt_() => Update(default(RsqrtOp));

    /// <summary>The square of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(SquareOp), InPlace = true)]
    public Tensor Square_() => Update(default(SquareOp));

    /// <summary>The reciprocal of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(ReciprocalOp), InPlace = true)]
    public Tensor Reciprocal_() => Update(default(ReciprocalOp));

    /// <summary>The sine of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(SinOp), InPlace = true)]
    public Tensor Sin_() => Update(default(SinOp));

    /// <summary>The cosine of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(CosOp), InPlace = true)]
    public Tensor Cos_() => Update(default(CosOp));

    /// <summary>The error function of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(ErfOp), InPlace = true)]
    public Tensor Erf_() => Update(default(ErfOp));

    /// <summary>Each element rounded down, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(FloorOp), InPlace = true)]
    public Tensor Floor_() => Update(default(FloorOp));

    /// <summary>Each element rounded up, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(CeilOp), InPlace = true)]
    public Tensor Ceil_() => Update(default(CeilOp));

    /// <summary>Each element without its fraction, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(TruncOp), InPlace = true)]
    public Tensor Trunc_() => Update(default(TruncOp));

    /// <summary>The sign of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(SignOp), InPlace = true)]
    public Tensor Sign_() => Update(default(SignOp));

    /// <summary><c>max(x, 0)</c> of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(ReluOp), InPlace = true)]
    public Tensor Relu_() => Update(default(ReluOp));

    /// <summary><c>1 / (1 + exp(-x))</c> of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(SigmoidOp), InPlace = true)]
    public Tensor Sigmoid_() => Update(default(SigmoidOp));

    /// <summary>The hyperbolic tangent of each element, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(TanhOp), InPlace = true)]
    public Tensor Tanh_() => Update(default(TanhOp));

    /// <summary>Each element to the power of a number, in place.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(PowScalarOp), InPlace = true)]
    public Tensor Pow_(double exponent) => Update(new PowScalarOp(exponent));

    /// <summary>Adds <c>value · a · b</c> in place, with broadcasting.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(AddcmulOp), InPlace = true)]
    public Tensor Addcmul_(Tensor a, Tensor b, double value = 1)
    {
        RefuseGradient(a);
        RefuseGradient(b);
        return CopyFrom(AddcmulOp.Apply(Detach(), a.Detach(), b.Detach(), value));
    }

    /// <summary>Adds <c>value · a / b</c> in place, with broadcasting.</summary>
    /// <inheritdoc cref="CopyFrom"/>
    [Lowers(typeof(AddcdivOp), InPlace = true)]
    public Tensor Addcdiv_(Tensor a, Tensor b, double value = 1)
    {
        RefuseGradient(a);
        RefuseGradient(b);
        return CopyFrom(AddcdivOp.Apply(Detach(), a.Detach(), b.Detach(), value));
    }

    private Tensor Update<TOp>(TOp op)
        where TOp : struct, IPointwise1
    {
        RefuseRecorded();
        Pointwise.Forward(op, AsSpan(), AsWritableSpan());
        return this;
    }
}
