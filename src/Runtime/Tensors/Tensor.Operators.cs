namespace NnGen;

// Operators of +, -, * and / with tensors, which broadcast, and with numbers on either side.
public partial class Tensor
{
    /// <summary>The sum, with broadcasting.</summary>
    [Lowers(typeof(AddOp))]
    public static Tensor operator +(Tensor a, Tensor b) => AddOp.Apply(a, b);

    /// <summary>The difference, with broadcasting.</summary>
    [Lowers(typeof(SubOp))]
    public static Tensor operator -(Tensor a, Tensor b) => SubOp.Apply(a, b);

    /// <summary>The product element by element, with broadcasting.</summary>
    [Lowers(typeof(MulOp))]
    public static Tensor operator *(Tensor a, Tensor b) => MulOp.Apply(a, b);

    /// <summary>The quotient element by element, with broadcasting.</summary>
    [Lowers(typeof(DivOp))]
    public static Tensor operator /(Tensor a, Tensor b) => DivOp.Apply(a, b);

    /// <summary>The elements plus a number.</summary>
    [Lowers(typeof(AddScalarOp))]
    public static Tensor operator +(Tensor x, double scalar) => AddScalarOp.Apply(x, scalar);

    /// <summary>The elements plus a number.</summary>
    [Lowers(typeof(AddScalarOp))]
    public static Tensor operator +(double scalar, Tensor x) => AddScalarOp.Apply(x, scalar);

    /// <summary>The elements minus a number.</summary>
    [Lowers(typeof(SubScalarOp))]
    public static Tensor operator -(Tensor x, double scalar) => SubScalarOp.Apply(x, scalar);

    /// <summary>A number minus the elements.</summary>
    [Lowers(typeof(ScalarSubOp))]
    public static Tensor operator -(double scalar, Tensor x) => ScalarSubOp.Apply(x, scalar);

    /// <summary>The elements times a number.</summary>
    [Lowers(typeof(MulScalarOp))]
    public static Tensor operator *(Tensor x, double scalar) => MulScalarOp.Apply(x, scalar);

    /// <summary>The elements times a number.</summary>
    [Lowers(typeof(MulScalarOp))]
    public static Tensor operator *(double scalar, Tensor x) => MulScalarOp.Apply(x, scalar);

    /// <summary>The elements divided by a number.</summary>
    [Lowers(typeof(DivScalarOp))]
    public static Tensor operator /(Tensor x, double scalar) => DivScalarOp.Apply(x, scalar);

    /// <summary>A number divided by the elements.</summary>
    [Lowers(typeof(ScalarDivOp))]
    public static Tensor operator /(double scalar, Tensor x) => ScalarDivOp.Apply(x, scalar);

    /// <summary>The elements with the other sign.</summary>
    [Lowers(typeof(NegOp))]
    public static Tensor operator -(Tensor x) => NegOp.Apply(x);
}
