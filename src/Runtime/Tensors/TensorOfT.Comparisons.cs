namespace NnGen;

// Comparisons of elements as operators.
public sealed partial class Tensor<T>
{
    /// <summary>Whether each element is greater than the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(GtOp))]
    public static Tensor<bool> operator >(Tensor<T> a, Tensor<T> b) => GtOp.Apply(a, b);

    /// <summary>Whether each element is greater than a number.</summary>
    [Lowers(typeof(GtScalarOp))]
    public static Tensor<bool> operator >(Tensor<T> x, T scalar) => GtScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>Whether each element is less than a number.</summary>
    [Lowers(typeof(LtScalarOp))]
    public static Tensor<bool> operator >(T scalar, Tensor<T> x) => LtScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>Whether each element is less than the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(LtOp))]
    public static Tensor<bool> operator <(Tensor<T> a, Tensor<T> b) => LtOp.Apply(a, b);

    /// <summary>Whether each element is less than a number.</summary>
    [Lowers(typeof(LtScalarOp))]
    public static Tensor<bool> operator <(Tensor<T> x, T scalar) => LtScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>Whether each element is greater than a number.</summary>
    [Lowers(typeof(GtScalarOp))]
    public static Tensor<bool> operator <(T scalar, Tensor<T> x) => GtScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>Whether each element is at least the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(GeOp))]
    public static Tensor<bool> operator >=(Tensor<T> a, Tensor<T> b) => GeOp.Apply(a, b);

    /// <summary>Whether each element is at least a number.</summary>
    [Lowers(typeof(GeScalarOp))]
    public static Tensor<bool> operator >=(Tensor<T> x, T scalar) => GeScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>Whether each element is at most a number.</summary>
    [Lowers(typeof(LeScalarOp))]
    public static Tensor<bool> operator >=(T scalar, Tensor<T> x) => LeScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>Whether each element is at most the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(LeOp))]
    public static Tensor<bool> operator <=(Tensor<T> a, Tensor<T> b) => LeOp.Apply(a, b);

    /// <summary>Whether each element is at most a number.</summary>
    [Lowers(typeof(LeScalarOp))]
    public static Tensor<bool> operator <=(Tensor<T> x, T scalar) => LeScalarOp.Apply(x, Number.Of(scalar));

    /// <summary>Whether each element is at least a number.</summary>
    [Lowers(typeof(GeScalarOp))]
    public static Tensor<bool> operator <=(T scalar, Tensor<T> x) => GeScalarOp.Apply(x, Number.Of(scalar));
}
