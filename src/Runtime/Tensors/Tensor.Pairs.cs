namespace NnGen;

// Functions of the elements of several tensors, which broadcast.
public partial class Tensor
{
    /// <summary>The larger of two elements, with broadcasting; NaN where either is.</summary>
    [Lowers(typeof(MaximumOp))]
    public Tensor Maximum(Tensor b) => MaximumOp.Apply(this, b);

    /// <summary>The smaller of two elements, with broadcasting; NaN where either is.</summary>
    [Lowers(typeof(MinimumOp))]
    public Tensor Minimum(Tensor b) => MinimumOp.Apply(this, b);

    /// <summary>Each element to the power of the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(PowOp))]
    public Tensor Pow(Tensor b) => PowOp.Apply(this, b);

    /// <summary>The angle of the points <c>(b, this)</c> seen from the origin, in radians, with broadcasting.</summary>
    [Lowers(typeof(Atan2Op))]
    public Tensor Atan2(Tensor b) => Atan2Op.Apply(this, b);

    /// <summary>What is left of each element divided by the other tensor's, with the sign of the first.</summary>
    [Lowers(typeof(FmodOp))]
    public Tensor Fmod(Tensor b) => FmodOp.Apply(this, b);

    /// <summary>What is left of each element divided by the other tensor's, with the sign of the second, as <c>%</c> has it in Python.</summary>
    [Lowers(typeof(RemainderOp))]
    public Tensor Remainder(Tensor b) => RemainderOp.Apply(this, b);

    /// <summary>The square root of the sum of both squares, with broadcasting.</summary>
    [Lowers(typeof(HypotOp))]
    public Tensor Hypot(Tensor b) => HypotOp.Apply(this, b);

    /// <summary>The logarithm of the sum of both exponentials, with broadcasting.</summary>
    [Lowers(typeof(LogaddexpOp))]
    public Tensor Logaddexp(Tensor b) => LogaddexpOp.Apply(this, b);

    /// <summary>Each element times the logarithm of the other tensor's; 0 where the first is 0.</summary>
    [Lowers(typeof(XlogyOp))]
    public Tensor Xlogy(Tensor b) => XlogyOp.Apply(this, b);

    /// <summary>What is left of each element divided by a number, with the sign of the element.</summary>
    [Lowers(typeof(FmodScalarOp))]
    public Tensor Fmod(double scalar) => FmodScalarOp.Apply(this, scalar);

    /// <summary>What is left of each element divided by a number, with the sign of the number, as <c>%</c> has it in Python.</summary>
    [Lowers(typeof(RemainderScalarOp))]
    public Tensor Remainder(double scalar) => RemainderScalarOp.Apply(this, scalar);

    /// <summary>Each element limited to a range given by tensors, with broadcasting; where the limits cross the upper one wins.</summary>
    [Lowers(typeof(ClampTensorOp))]
    public Tensor Clamp(Tensor min, Tensor max) => ClampTensorOp.Apply(this, min, max);

    /// <summary>The point that lies at <paramref name="weight"/> on the way from each element to the other tensor's.</summary>
    [Lowers(typeof(LerpOp))]
    public Tensor Lerp(Tensor b, Tensor weight) => LerpOp.Apply(this, b, weight);

    /// <summary>The point that lies at <paramref name="weight"/> on the way from each element to the other tensor's.</summary>
    [Lowers(typeof(LerpScalarOp))]
    public Tensor Lerp(Tensor b, double weight) => LerpScalarOp.Apply(this, b, weight);

    /// <summary>Each element plus <c>value · a · b</c>, with broadcasting.</summary>
    [Lowers(typeof(AddcmulOp))]
    public Tensor Addcmul(Tensor a, Tensor b, double value = 1) => AddcmulOp.Apply(this, a, b, value);

    /// <summary>Each element plus <c>value · a / b</c>, with broadcasting.</summary>
    [Lowers(typeof(AddcdivOp))]
    public Tensor Addcdiv(Tensor a, Tensor b, double value = 1) => AddcdivOp.Apply(this, a, b, value);

    /// <summary>Each element where the condition holds, the other tensor's elsewhere, with broadcasting.</summary>
    [Lowers(typeof(WhereOp))]
    public Tensor Where(Tensor<bool> condition, Tensor b) => WhereOp.Apply(this, condition, b);

    /// <summary>Each element where the condition holds, a number elsewhere, with broadcasting.</summary>
    [Lowers(typeof(WhereScalarOp))]
    public Tensor Where(Tensor<bool> condition, double value) => WhereScalarOp.Apply(this, condition, value);

    /// <summary>Each element, but a number where the mask is set, with broadcasting.</summary>
    [Lowers(typeof(MaskedFillOp))]
    public Tensor MaskedFill(Tensor<bool> mask, double value) => MaskedFillOp.Apply(this, mask, value);
}
