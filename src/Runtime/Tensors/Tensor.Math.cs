namespace NnGen;

// Functions of each element, and comparisons.
public partial class Tensor
{
    /// <summary>The sum, with broadcasting.</summary>
    [Lowers(typeof(AddOp))]
    public Tensor Add(Tensor b) => AddOp.Apply(this, b);

    /// <summary>The elements plus a number.</summary>
    [Lowers(typeof(AddScalarOp))]
    public Tensor Add(double scalar) => AddScalarOp.Apply(this, scalar);

    /// <summary>The difference, with broadcasting.</summary>
    [Lowers(typeof(SubOp))]
    public Tensor Sub(Tensor b) => SubOp.Apply(this, b);

    /// <summary>The elements minus a number.</summary>
    [Lowers(typeof(SubScalarOp))]
    public Tensor Sub(double scalar) => SubScalarOp.Apply(this, scalar);

    /// <summary>The product element by element, with broadcasting.</summary>
    [Lowers(typeof(MulOp))]
    public Tensor Mul(Tensor b) => MulOp.Apply(this, b);

    /// <summary>The elements times a number.</summary>
    [Lowers(typeof(MulScalarOp))]
    public Tensor Mul(double scalar) => MulScalarOp.Apply(this, scalar);

    /// <summary>The quotient element by element, with broadcasting.</summary>
    [Lowers(typeof(DivOp))]
    public Tensor Div(Tensor b) => DivOp.Apply(this, b);

    /// <summary>The elements divided by a number.</summary>
    [Lowers(typeof(DivScalarOp))]
    public Tensor Div(double scalar) => DivScalarOp.Apply(this, scalar);

    /// <summary>The elements with the other sign.</summary>
    [Lowers(typeof(NegOp))]
    public Tensor Neg() => NegOp.Apply(this);

    /// <summary><c>e</c> to the power of each element.</summary>
    [Lowers(typeof(ExpOp))]
    public Tensor Exp() => ExpOp.Apply(this);

    /// <summary>The natural logarithm of each element.</summary>
    [Lowers(typeof(LogOp))]
    public Tensor Log() => LogOp.Apply(this);

    /// <summary>The square root of each element.</summary>
    [Lowers(typeof(SqrtOp))]
    public Tensor Sqrt() => SqrtOp.Apply(this);

    /// <summary>The absolute value of each element.</summary>
    [Lowers(typeof(AbsOp))]
    public Tensor Abs() => AbsOp.Apply(this);

    /// <summary>The square of each element.</summary>
    [Lowers(typeof(SquareOp))]
    public Tensor Square() => SquareOp.Apply(this);

    /// <summary>Each element to the power of a number.</summary>
    [Lowers(typeof(PowScalarOp))]
    public Tensor Pow(double exponent) => PowScalarOp.Apply(this, exponent);

    /// <summary>Each element limited to a range. A limit left out is none; where they cross, the upper one wins.</summary>
    [Lowers(typeof(ClampOp))]
    public Tensor Clamp(double? min = null, double? max = null) => ClampOp.Apply(this, min, max);

    /// <summary><c>max(x, 0)</c> of each element.</summary>
    [Lowers(typeof(ReluOp))]
    public Tensor Relu() => ReluOp.Apply(this);

    /// <summary><c>1 / (1 + exp(-x))</c> of each element.</summary>
    [Lowers(typeof(SigmoidOp))]
    public Tensor Sigmoid() => SigmoidOp.Apply(this);

    /// <summary>The hyperbolic tangent of each element.</summary>
    [Lowers(typeof(TanhOp))]
    public Tensor Tanh() => TanhOp.Apply(this);

    /// <summary>Exponentials scaled so that they sum to 1 along <paramref name="dim"/>.</summary>
    [Lowers(typeof(SoftmaxOp))]
    public Tensor Softmax(int dim) => SoftmaxOp.Apply(this, dim);

    /// <summary>The logarithm of <see cref="Softmax"/>.</summary>
    [Lowers(typeof(LogSoftmaxOp))]
    public Tensor LogSoftmax(int dim) => LogSoftmaxOp.Apply(this, dim);

    /// <summary>Whether each element is equal to the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(EqOp))]
    public Tensor<bool> Eq(Tensor b) => EqOp.Apply(this, b);

    /// <summary>Whether each element is equal to a number.</summary>
    [Lowers(typeof(EqScalarOp))]
    public Tensor<bool> Eq(double scalar) => EqScalarOp.Apply(this, scalar);

    /// <summary>Whether each element is different from the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(NeOp))]
    public Tensor<bool> Ne(Tensor b) => NeOp.Apply(this, b);

    /// <summary>Whether each element is different from a number.</summary>
    [Lowers(typeof(NeScalarOp))]
    public Tensor<bool> Ne(double scalar) => NeScalarOp.Apply(this, scalar);

    /// <summary>Whether each element is less than the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(LtOp))]
    public Tensor<bool> Lt(Tensor b) => LtOp.Apply(this, b);

    /// <summary>Whether each element is less than a number.</summary>
    [Lowers(typeof(LtScalarOp))]
    public Tensor<bool> Lt(double scalar) => LtScalarOp.Apply(this, scalar);

    /// <summary>Whether each element is at most the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(LeOp))]
    public Tensor<bool> Le(Tensor b) => LeOp.Apply(this, b);

    /// <summary>Whether each element is at most a number.</summary>
    [Lowers(typeof(LeScalarOp))]
    public Tensor<bool> Le(double scalar) => LeScalarOp.Apply(this, scalar);

    /// <summary>Whether each element is greater than the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(GtOp))]
    public Tensor<bool> Gt(Tensor b) => GtOp.Apply(this, b);

    /// <summary>Whether each element is greater than a number.</summary>
    [Lowers(typeof(GtScalarOp))]
    public Tensor<bool> Gt(double scalar) => GtScalarOp.Apply(this, scalar);

    /// <summary>Whether each element is at least the other tensor's, with broadcasting.</summary>
    [Lowers(typeof(GeOp))]
    public Tensor<bool> Ge(Tensor b) => GeOp.Apply(this, b);

    /// <summary>Whether each element is at least a number.</summary>
    [Lowers(typeof(GeScalarOp))]
    public Tensor<bool> Ge(double scalar) => GeScalarOp.Apply(this, scalar);

    /// <summary>The matrix product, also of vectors and of batches, which broadcast.</summary>
    [Lowers(typeof(MatMulOp))]
    public Tensor MatMul(Tensor b) => MatMulOp.Apply(this, b);

    /// <summary>The products of the matrices of two batches of one size; unlike <see cref="MatMul"/> it takes nothing else.</summary>
    [Lowers(typeof(BmmOp))]
    public Tensor Bmm(Tensor b) => BmmOp.Apply(this, b);

    /// <summary>The product of two matrices; unlike <see cref="MatMul"/> it takes nothing else.</summary>
    [Lowers(typeof(MmOp))]
    public Tensor Mm(Tensor b) => MmOp.Apply(this, b);

    /// <summary>The product of a matrix and a vector.</summary>
    [Lowers(typeof(MvOp))]
    public Tensor Mv(Tensor b) => MvOp.Apply(this, b);

    /// <summary>The sum of the products of two vectors' elements.</summary>
    [Lowers(typeof(DotOp))]
    public Tensor Dot(Tensor b) => DotOp.Apply(this, b);

    /// <summary>The product of each element of a vector with each of another one.</summary>
    [Lowers(typeof(OuterOp))]
    public Tensor Outer(Tensor b) => OuterOp.Apply(this, b);

    /// <summary><c>beta · x + alpha · a · b</c> with matrices, where <c>x</c> is this tensor and broadcasts.</summary>
    [Lowers(typeof(AddmmOp))]
    public Tensor Addmm(Tensor a, Tensor b, double beta = 1, double alpha = 1) => AddmmOp.Apply(this, a, b, beta, alpha);

    /// <summary><c>beta · x + alpha · a · b</c> with batches of matrices, where <c>x</c> is this tensor and broadcasts.</summary>
    [Lowers(typeof(AddmmOp))]
    public Tensor Baddbmm(Tensor a, Tensor b, double beta = 1, double alpha = 1) => AddmmOp.Apply(this, a, b, beta, alpha);
}
