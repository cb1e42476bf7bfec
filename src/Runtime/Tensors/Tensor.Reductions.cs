namespace NnGen;

// Reductions over dims, which are counted from the end where negative.
public partial class Tensor
{
    /// <summary>The sum of all elements.</summary>
    [Lowers(typeof(SumOp))]
    public Tensor Sum() => SumOp.Apply(this);

    /// <summary>The sum over a dim, which stays with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(SumOp))]
    public Tensor Sum(int dim, bool keepDim = false) => SumOp.Apply(this, [dim], keepDim);

    /// <summary>The sum over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(SumOp))]
    public Tensor Sum(int[] dim, bool keepDim = false) => SumOp.Apply(this, dim, keepDim);

    /// <summary>The mean of all elements.</summary>
    [Lowers(typeof(MeanOp))]
    public Tensor Mean() => MeanOp.Apply(this);

    /// <summary>The mean over a dim, which stays with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(MeanOp))]
    public Tensor Mean(int dim, bool keepDim = false) => MeanOp.Apply(this, [dim], keepDim);

    /// <summary>The mean over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(MeanOp))]
    public Tensor Mean(int[] dim, bool keepDim = false) => MeanOp.Apply(this, dim, keepDim);

    /// <summary>The variance of all elements.</summary>
    [Lowers(typeof(VarOp))]
    public Tensor Var() => VarOp.Apply(this);

    /// <summary>The variance over a dim, which stays with size 1 where <paramref name="keepDim"/>.</summary>
    /// <param name="dim">What is reduced.</param>
    /// <param name="keepDim">Whether it stays. Default: false.</param>
    /// <param name="correction">What the number of elements is lessened by before it divides. Default: 1.</param>
    [Lowers(typeof(VarOp))]
    public Tensor Var(int dim, bool keepDim = false, int correction = 1) => VarOp.Apply(this, [dim], keepDim, correction);

    /// <summary>The variance over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    /// <param name="dim">What is reduced.</param>
    /// <param name="keepDim">Whether it stays. Default: false.</param>
    /// <param name="correction">What the number of elements is lessened by before it divides. Default: 1.</param>
    [Lowers(typeof(VarOp))]
    public Tensor Var(int[] dim, bool keepDim = false, int correction = 1) => VarOp.Apply(this, dim, keepDim, correction);

    /// <summary>The standard deviation of all elements.</summary>
    [Lowers(typeof(StdOp))]
    public Tensor Std() => StdOp.Apply(this);

    /// <summary>The standard deviation over a dim, which stays with size 1 where <paramref name="keepDim"/>.</summary>
    /// <param name="dim">What is reduced.</param>
    /// <param name="keepDim">Whether it stays. Default: false.</param>
    /// <param name="correction">What the number of elements is lessened by before it divides. Default: 1.</param>
    [Lowers(typeof(StdOp))]
    public Tensor Std(int dim, bool keepDim = false, int correction = 1) => StdOp.Apply(this, [dim], keepDim, correction);

    /// <summary>The standard deviation over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    /// <param name="dim">What is reduced.</param>
    /// <param name="keepDim">Whether it stays. Default: false.</param>
    /// <param name="correction">What the number of elements is lessened by before it divides. Default: 1.</param>
    [Lowers(typeof(StdOp))]
    public Tensor Std(int[] dim, bool keepDim = false, int correction = 1) => StdOp.Apply(this, dim, keepDim, correction);

    /// <summary>The largest of all elements; the gradient is shared among equal ones.</summary>
    [Lowers(typeof(AMaxOp))]
    public Tensor Max() => AMaxOp.Apply(this);

    /// <summary>The largest elements along a dim and their indices, the first one of equal ones.</summary>
    [Lowers(typeof(MaxOp))]
    public (Tensor Values, Tensor<long> Indices) Max(int dim, bool keepDim = false) => MaxOp.Apply(this, dim, keepDim);

    /// <summary>The largest element of all elements.</summary>
    [Lowers(typeof(AMaxOp))]
    public Tensor AMax() => AMaxOp.Apply(this);

    /// <summary>The largest element over a dim, which stays with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(AMaxOp))]
    public Tensor AMax(int dim, bool keepDim = false) => AMaxOp.Apply(this, [dim], keepDim);

    /// <summary>The largest element over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(AMaxOp))]
    public Tensor AMax(int[] dim, bool keepDim = false) => AMaxOp.Apply(this, dim, keepDim);

    /// <summary>The smallest of all elements; the gradient is shared among equal ones.</summary>
    [Lowers(typeof(AMinOp))]
    public Tensor Min() => AMinOp.Apply(this);

    /// <summary>The smallest elements along a dim and their indices, the first one of equal ones.</summary>
    [Lowers(typeof(MinOp))]
    public (Tensor Values, Tensor<long> Indices) Min(int dim, bool keepDim = false) => MinOp.Apply(this, dim, keepDim);

    /// <summary>The smallest element of all elements.</summary>
    [Lowers(typeof(AMinOp))]
    public Tensor AMin() => AMinOp.Apply(this);

    /// <summary>The smallest element over a dim, which stays with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(AMinOp))]
    public Tensor AMin(int dim, bool keepDim = false) => AMinOp.Apply(this, [dim], keepDim);

    /// <summary>The smallest element over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(AMinOp))]
    public Tensor AMin(int[] dim, bool keepDim = false) => AMinOp.Apply(this, dim, keepDim);

    /// <summary>The index of the largest element, counted in row-major order.</summary>
    [Lowers(typeof(ArgMaxOp))]
    public Tensor<long> ArgMax() => ArgMaxOp.Apply(this);

    /// <summary>The indices of the largest elements along a dim, the first one of equal ones.</summary>
    [Lowers(typeof(ArgMaxOp))]
    public Tensor<long> ArgMax(int dim, bool keepDim = false) => ArgMaxOp.Apply(this, dim, keepDim);

    /// <summary>The index of the smallest element, counted in row-major order.</summary>
    [Lowers(typeof(ArgMinOp))]
    public Tensor<long> ArgMin() => ArgMinOp.Apply(this);

    /// <summary>The indices of the smallest elements along a dim, the first one of equal ones.</summary>
    [Lowers(typeof(ArgMinOp))]
    public Tensor<long> ArgMin(int dim, bool keepDim = false) => ArgMinOp.Apply(this, dim, keepDim);

    /// <summary>The logarithm of the sum of exponentials over a dim, which stays with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(LogSumExpOp))]
    public Tensor LogSumExp(int dim, bool keepDim = false) => LogSumExpOp.Apply(this, [dim], keepDim);

    /// <summary>The logarithm of the sum of exponentials over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(LogSumExpOp))]
    public Tensor LogSumExp(int[] dim, bool keepDim = false) => LogSumExpOp.Apply(this, dim, keepDim);

    /// <summary>The norm of all elements.</summary>
    /// <param name="p">The exponent; infinity is the largest absolute value, 0 the number of elements that are not 0. Default: 2.</param>
    [Lowers(typeof(NormOp))]
    public Tensor Norm(double p = 2) => NormOp.Apply(this, p);

    /// <summary>The norm over a dim, which stays with size 1 where <paramref name="keepDim"/>.</summary>
    /// <inheritdoc cref="Norm(double)"/>
    [Lowers(typeof(NormOp))]
    public Tensor Norm(double p, int dim, bool keepDim = false) => NormOp.Apply(this, p, [dim], keepDim);

    /// <summary>The norm over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    /// <inheritdoc cref="Norm(double)"/>
    [Lowers(typeof(NormOp))]
    public Tensor Norm(double p, int[] dim, bool keepDim = false) => NormOp.Apply(this, p, dim, keepDim);

    /// <summary>The product of all elements.</summary>
    [Lowers(typeof(ProdOp))]
    public Tensor Prod() => ProdOp.Apply(this);

    /// <summary>The product along a dim, which stays with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(ProdOp))]
    public Tensor Prod(int dim, bool keepDim = false) => ProdOp.Apply(this, dim, keepDim);
}
