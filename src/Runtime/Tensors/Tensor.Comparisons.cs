namespace NnGen;

// Comparisons of elements as operators. == compares references, as it does of other objects: elements are compared by Eq.
public partial class Tensor
{
    /// <summary>Whether each element is greater than the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(GtOp))]
    public static Tensor<bool> operator >(Tensor a, Tensor b) => GtOp.Apply(a, b);

    /// <summary>Whether each element is greater than a number.</summary>
    [Lowers(typeof(GtScalarOp))]
    public static Tensor<bool> operator >(Tensor x, double scalar) => GtScalarOp.Apply(x, scalar);

    /// <summary>Whether each element is less than a number.</summary>
    [Lowers(typeof(LtScalarOp))]
    public static Tensor<bool> operator >(double scalar, Tensor x) => LtScalarOp.Apply(x, scalar);

    /// <summary>Whether each element is less than the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(LtOp))]
    public static Tensor<bool> operator <(Tensor a, Tensor b) => LtOp.Apply(a, b);

    /// <summary>Whether each element is less than a number.</summary>
    [Lowers(typeof(LtScalarOp))]
    public static Tensor<bool> operator <(Tensor x, double scalar) => LtScalarOp.Apply(x, scalar);

    /// <summary>Whether each element is greater than a number.</summary>
    [Lowers(typeof(GtScalarOp))]
    public static Tensor<bool> operator <(double scalar, Tensor x) => GtScalarOp.Apply(x, scalar);

    /// <summary>Whether each element is at least the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(GeOp))]
    public static Tensor<bool> operator >=(Tensor a, Tensor b) => GeOp.Apply(a, b);

    /// <summary>Whether each element is at least a number.</summary>
    [Lowers(typeof(GeScalarOp))]
    public static Tensor<bool> operator >=(Tensor x, double scalar) => GeScalarOp.Apply(x, scalar);

    /// <summary>Whether each element is at most a number.</summary>
    [Lowers(typeof(LeScalarOp))]
    public static Tensor<bool> operator >=(double scalar, Tensor x) => LeScalarOp.Apply(x, scalar);

    /// <summary>Whether each element is at most the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(LeOp))]
    public static Tensor<bool> operator <=(Tensor a, Tensor b) => LeOp.Apply(a, b);

    /// <summary>Whether each element is at most a number.</summary>
    [Lowers(typeof(LeScalarOp))]
    public static Tensor<bool> operator <=(Tensor x, double scalar) => LeScalarOp.Apply(x, scalar);

    /// <summary>Whether each element is at least a number.</summary>
    [Lowers(typeof(GeScalarOp))]
    public static Tensor<bool> operator <=(double scalar, Tensor x) => GeScalarOp.Apply(x, scalar);
}
