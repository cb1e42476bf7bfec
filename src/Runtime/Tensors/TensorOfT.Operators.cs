namespace NnGen;

// Operators and functions of elements. Integers wrap around where they overflow, and are divided to floats, as in PyTorch.
public sealed partial class Tensor<T>
{
    /// <summary>The sum, with broadcasting.</summary>
    [Lowers(typeof(TypedAddOp))]
    public static Tensor<T> operator +(Tensor<T> a, Tensor<T> b) => TypedAddOp.Apply(a, b);

    /// <summary>The difference, with broadcasting.</summary>
    [Lowers(typeof(TypedSubOp))]
    public static Tensor<T> operator -(Tensor<T> a, Tensor<T> b) => TypedSubOp.Apply(a, b);

    /// <summary>The product, with broadcasting.</summary>
    [Lowers(typeof(TypedMulOp))]
    public static Tensor<T> operator *(Tensor<T> a, Tensor<T> b) => TypedMulOp.Apply(a, b);

    /// <summary>The elements plus a number.</summary>
    [Lowers(typeof(TypedAddScalarOp))]
    public static Tensor<T> operator +(Tensor<T> x, T scalar) => TypedAddScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>The elements minus a number.</summary>
    [Lowers(typeof(TypedSubScalarOp))]
    public static Tensor<T> operator -(Tensor<T> x, T scalar) => TypedSubScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>The elements times a number.</summary>
    [Lowers(typeof(TypedMulScalarOp))]
    public static Tensor<T> operator *(Tensor<T> x, T scalar) => TypedMulScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>What is left of a division by a number, with its sign.</summary>
    [Lowers(typeof(TypedRemainderScalarOp))]
    public static Tensor<T> operator %(Tensor<T> x, T scalar) => TypedRemainderScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>The elements plus a number.</summary>
    [Lowers(typeof(TypedAddScalarOp))]
    public static Tensor<T> operator +(T scalar, Tensor<T> x) => TypedAddScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>A number minus the elements.</summary>
    [Lowers(typeof(TypedScalarSubOp))]
    public static Tensor<T> operator -(T scalar, Tensor<T> x) => TypedScalarSubOp.Apply(x, Number.Of(scalar));

    /// <summary>The elements times a number.</summary>
    [Lowers(typeof(TypedMulScalarOp))]
    public static Tensor<T> operator *(T scalar, Tensor<T> x) => TypedMulScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>What is left of a division, with the sign of the divisor, with broadcasting.</summary>
    [Lowers(typeof(TypedRemainderOp))]
    public static Tensor<T> operator %(Tensor<T> a, Tensor<T> b) => TypedRemainderOp.Apply(a, b);

    /// <summary>The quotient as floats, with broadcasting.</summary>
    [Lowers(typeof(TypedDivOp))]
    public static Tensor operator /(Tensor<T> a, Tensor<T> b) => TypedDivOp.Apply(a, b);

    /// <summary>Conjunction of bits or booleans, with broadcasting.</summary>
    [Lowers(typeof(BitwiseAndOp))]
    public static Tensor<T> operator &(Tensor<T> a, Tensor<T> b) => BitwiseAndOp.Apply(a, b);

    /// <summary>Disjunction of bits or booleans, with broadcasting.</summary>
    [Lowers(typeof(BitwiseOrOp))]
    public static Tensor<T> operator |(Tensor<T> a, Tensor<T> b) => BitwiseOrOp.Apply(a, b);

    /// <summary>Exclusive disjunction of bits or booleans, with broadcasting.</summary>
    [Lowers(typeof(BitwiseXorOp))]
    public static Tensor<T> operator ^(Tensor<T> a, Tensor<T> b) => BitwiseXorOp.Apply(a, b);

    /// <summary>The opposite of booleans, the other bits of integers.</summary>
    [Lowers(typeof(BitwiseNotOp))]
    public static Tensor<T> operator ~(Tensor<T> x) => BitwiseNotOp.Apply(x);

    /// <summary>The opposite of booleans.</summary>
    [Lowers(typeof(BitwiseNotOp))]
    public static Tensor<T> operator !(Tensor<T> x) => BitwiseNotOp.Apply(x);

    /// <summary>The quotient rounded down, with broadcasting.</summary>
    [Lowers(typeof(TypedFloorDivideOp))]
    public Tensor<T> FloorDivide(Tensor<T> b) => TypedFloorDivideOp.Apply(this, b);

    /// <summary>What is left of a division, with the sign of the divisor, with broadcasting.</summary>
    [Lowers(typeof(TypedRemainderOp))]
    public Tensor<T> Remainder(Tensor<T> b) => TypedRemainderOp.Apply(this, b);

    /// <summary>The larger of two elements, with broadcasting.</summary>
    [Lowers(typeof(TypedMaximumOp))]
    public Tensor<T> Maximum(Tensor<T> b) => TypedMaximumOp.Apply(this, b);

    /// <summary>The smaller of two elements, with broadcasting.</summary>
    [Lowers(typeof(TypedMinimumOp))]
    public Tensor<T> Minimum(Tensor<T> b) => TypedMinimumOp.Apply(this, b);

    /// <summary>The quotient by a number, rounded down.</summary>
    [Lowers(typeof(TypedFloorDivideScalarOp))]
    public Tensor<T> FloorDivide(T scalar) => TypedFloorDivideScalarOp.Apply(this, Number.Of(scalar));

    /// <summary>Whether each element is equal to the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(EqOp))]
    public Tensor<bool> Eq(Tensor<T> b) => EqOp.Apply(this, b);

    /// <summary>Whether each element is equal to a number.</summary>
    [Lowers(typeof(EqScalarOp))]
    public Tensor<bool> Eq(T scalar) => EqScalarOp.Apply(this, Number.Of(scalar));

    /// <summary>Whether each element is different from the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(NeOp))]
    public Tensor<bool> Ne(Tensor<T> b) => NeOp.Apply(this, b);

    /// <summary>Whether each element is different from a number.</summary>
    [Lowers(typeof(NeScalarOp))]
    public Tensor<bool> Ne(T scalar) => NeScalarOp.Apply(this, Number.Of(scalar));

    /// <summary>Whether each element is less than the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(LtOp))]
    public Tensor<bool> Lt(Tensor<T> b) => LtOp.Apply(this, b);

    /// <summary>Whether each element is less than a number.</summary>
    [Lowers(typeof(LtScalarOp))]
    public Tensor<bool> Lt(T scalar) => LtScalarOp.Apply(this, Number.Of(scalar));

    /// <summary>Whether each element is at most the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(LeOp))]
    public Tensor<bool> Le(Tensor<T> b) => LeOp.Apply(this, b);

    /// <summary>Whether each element is at most a number.</summary>
    [Lowers(typeof(LeScalarOp))]
    public Tensor<bool> Le(T scalar) => LeScalarOp.Apply(this, Number.Of(scalar));

    /// <summary>Whether each element is greater than the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(GtOp))]
    public Tensor<bool> Gt(Tensor<T> b) => GtOp.Apply(this, b);

    /// <summary>Whether each element is greater than a number.</summary>
    [Lowers(typeof(GtScalarOp))]
    public Tensor<bool> Gt(T scalar) => GtScalarOp.Apply(this, Number.Of(scalar));

    /// <summary>Whether each element is at least the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(GeOp))]
    public Tensor<bool> Ge(Tensor<T> b) => GeOp.Apply(this, b);

    /// <summary>Whether each element is at least a number.</summary>
    [Lowers(typeof(GeScalarOp))]
    public Tensor<bool> Ge(T scalar) => GeScalarOp.Apply(this, Number.Of(scalar));
}
