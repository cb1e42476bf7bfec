namespace NnGen;

// Functions of each element; their derivatives are those of mathematics, and 0 where they are steps.
public partial class Tensor
{
    /// <summary>2 to the power of each element.</summary>
    [Lowers(typeof(Exp2Op))]
    public Tensor Exp2() => Exp2Op.Apply(this);

    /// <summary><c>e</c> to the power of each element, minus 1, accurate also near 0.</summary>
    [Lowers(typeof(Expm1Op))]
    public Tensor Expm1() => Expm1Op.Apply(this);

    /// <summary>The logarithm of each element to the base 2.</summary>
    [Lowers(typeof(Log2Op))]
    public Tensor Log2() => Log2Op.Apply(this);

    /// <summary>The logarithm of each element to the base 10.</summary>
    [Lowers(typeof(Log10Op))]
    public Tensor Log10() => Log10Op.Apply(this);

    /// <summary>The natural logarithm of 1 plus each element, accurate also near 0.</summary>
    [Lowers(typeof(Log1pOp))]
    public Tensor Log1p() => Log1pOp.Apply(this);

    /// <summary>One divided by the square root of each element.</summary>
    [Lowers(typeof(RsqrtOp))]
    public Tensor Rsqrt() => RsqrtOp.Apply(this);

    /// <summary>One divided by each element.</summary>
    [Lowers(typeof(ReciprocalOp))]
    public Tensor Reciprocal() => ReciprocalOp.Apply(this);

    /// <summary>The sine of each element.</summary>
    [Lowers(typeof(SinOp))]
    public Tensor Sin() => SinOp.Apply(this);

    /// <summary>The cosine of each element.</summary>
    [Lowers(typeof(CosOp))]
    public Tensor Cos() => CosOp.Apply(this);

    /// <summary>The tangent of each element.</summary>
    [Lowers(typeof(TanOp))]
    public Tensor Tan() => TanOp.Apply(this);

    /// <summary>The inverse sine of each element, in radians.</summary>
    [Lowers(typeof(AsinOp))]
    public Tensor Asin() => AsinOp.Apply(this);

    /// <summary>The inverse cosine of each element, in radians.</summary>
    [Lowers(typeof(AcosOp))]
    public Tensor Acos() => AcosOp.Apply(this);

    /// <summary>The inverse tangent of each element, in radians.</summary>
    [Lowers(typeof(AtanOp))]
    public Tensor Atan() => AtanOp.Apply(this);

    /// <summary>The hyperbolic sine of each element.</summary>
    [Lowers(typeof(SinhOp))]
    public Tensor Sinh() => SinhOp.Apply(this);

    /// <summary>The hyperbolic cosine of each element.</summary>
    [Lowers(typeof(CoshOp))]
    public Tensor Cosh() => CoshOp.Apply(this);

    /// <summary>The inverse hyperbolic sine of each element.</summary>
    [Lowers(typeof(AsinhOp))]
    public Tensor Asinh() => AsinhOp.Apply(this);

    /// <summary>The inverse hyperbolic cosine of each element.</summary>
    [Lowers(typeof(AcoshOp))]
    public Tensor Acosh() => AcoshOp.Apply(this);

    /// <summary>The inverse hyperbolic tangent of each element.</summary>
    [Lowers(typeof(AtanhOp))]
    public Tensor Atanh() => AtanhOp.Apply(this);

    /// <summary>The error function of each element.</summary>
    [Lowers(typeof(ErfOp))]
    public Tensor Erf() => ErfOp.Apply(this);

    /// <summary>One minus the error function of each element.</summary>
    [Lowers(typeof(ErfcOp))]
    public Tensor Erfc() => ErfcOp.Apply(this);

    /// <summary>The inverse of the error function of each element.</summary>
    [Lowers(typeof(ErfinvOp))]
    public Tensor Erfinv() => ErfinvOp.Apply(this);

    /// <summary>-1, 0 or 1 by the sign of each element.</summary>
    [Lowers(typeof(SignOp))]
    public Tensor Sign() => SignOp.Apply(this);

    /// <summary>The largest whole number not above each element.</summary>
    [Lowers(typeof(FloorOp))]
    public Tensor Floor() => FloorOp.Apply(this);

    /// <summary>The smallest whole number not below each element.</summary>
    [Lowers(typeof(CeilOp))]
    public Tensor Ceil() => CeilOp.Apply(this);

    /// <summary>The whole number nearest to each element, of two the even one.</summary>
    [Lowers(typeof(RoundOp))]
    public Tensor Round() => RoundOp.Apply(this);

    /// <summary>Each element without what follows the point.</summary>
    [Lowers(typeof(TruncOp))]
    public Tensor Trunc() => TruncOp.Apply(this);

    /// <summary>What follows the point of each element, with its sign.</summary>
    [Lowers(typeof(FracOp))]
    public Tensor Frac() => FracOp.Apply(this);

    /// <summary>Numbers in place of NaN and of the infinities.</summary>
    /// <param name="nan">What replaces NaN. Default: 0.</param>
    /// <param name="posinf">What replaces infinity. Default: the largest number.</param>
    /// <param name="neginf">What replaces minus infinity. Default: the smallest number.</param>
    [Lowers(typeof(NanToNumOp))]
    public Tensor NanToNum(double nan = 0, double? posinf = null, double? neginf = null) => NanToNumOp.Apply(this, nan, posinf, neginf);
}
