namespace NnGen;

// Other element types, tests of elements, and what they count.
public partial class Tensor
{
    /// <summary>The elements as 64-bit floating-point numbers.</summary>
    [Lowers(typeof(ToDoubleOp))]
    public Tensor<double> Double() => ToDoubleOp.Apply(this);

    /// <summary>The elements as 64-bit integers; what follows the point is cut off.</summary>
    [Lowers(typeof(ToLongOp))]
    public Tensor<long> Long() => ToLongOp.Apply(this);

    /// <summary>The elements as 32-bit integers; what follows the point is cut off.</summary>
    [Lowers(typeof(ToIntOp))]
    public Tensor<int> Int() => ToIntOp.Apply(this);

    /// <summary>The elements as unsigned 8-bit integers; what follows the point is cut off.</summary>
    [Lowers(typeof(ToByteOp))]
    public Tensor<byte> Byte() => ToByteOp.Apply(this);

    /// <summary>The elements as booleans: whether they are not 0.</summary>
    [Lowers(typeof(ToBoolOp))]
    public Tensor<bool> Bool() => ToBoolOp.Apply(this);

    /// <summary>This tensor, which holds 32-bit floating-point numbers.</summary>
    [Lowers(typeof(ContiguousOp))]
    public Tensor Float() => this;

    /// <summary>This tensor: its elements always lie in memory without gaps.</summary>
    [Lowers(typeof(ContiguousOp))]
    public Tensor Contiguous() => this;

    /// <summary>The elements as another type: what follows the point is cut off, and what is not 0 is true.</summary>
    public Tensor<TTo> To<TTo>()
        where TTo : unmanaged
    {
        var result = Tensor<TTo>.Uninitialized(Shape);
        Kernels.Numbers.Convert(AsSpan(), result.Storage.Borrow());
        return result;
    }

    /// <summary>Whether each element is NaN.</summary>
    [Lowers(typeof(IsNanOp))]
    public Tensor<bool> IsNan() => IsNanOp.Apply(this);

    /// <summary>Whether each element is infinite.</summary>
    [Lowers(typeof(IsInfOp))]
    public Tensor<bool> IsInf() => IsInfOp.Apply(this);

    /// <summary>Whether each element is a number that is not infinite.</summary>
    [Lowers(typeof(IsFiniteOp))]
    public Tensor<bool> IsFinite() => IsFiniteOp.Apply(this);

    /// <summary>Whether any element is not 0.</summary>
    [Lowers(typeof(AnyOp))]
    public Tensor<bool> Any() => AnyOp.Apply(this);

    /// <summary>Whether any element along a dim is not 0.</summary>
    [Lowers(typeof(AnyOp))]
    public Tensor<bool> Any(int dim, bool keepDim = false) => AnyOp.Apply(this, [dim], keepDim);

    /// <summary>Whether all elements are not 0.</summary>
    [Lowers(typeof(AllOp))]
    public Tensor<bool> All() => AllOp.Apply(this);

    /// <summary>Whether all elements along a dim are not 0.</summary>
    [Lowers(typeof(AllOp))]
    public Tensor<bool> All(int dim, bool keepDim = false) => AllOp.Apply(this, [dim], keepDim);

    /// <summary>How many elements are not 0.</summary>
    [Lowers(typeof(CountNonzeroOp))]
    public Tensor<long> CountNonzero() => CountNonzeroOp.Apply(this);

    /// <summary>How many elements along a dim are not 0.</summary>
    [Lowers(typeof(CountNonzeroOp))]
    public Tensor<long> CountNonzero(int dim) => CountNonzeroOp.Apply(this, [dim]);

    /// <summary>The variance and the mean of all elements.</summary>
    /// <param name="correction">What the number of elements is lessened by before it divides. Default: 1.</param>
    [Lowers(typeof(VarMeanOp))]
    public (Tensor Variance, Tensor Mean) VarMean(int correction = 1) => VarMeanOp.Apply(this, correction: correction);

    /// <summary>The variance and the mean over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(VarMeanOp))]
    public (Tensor Variance, Tensor Mean) VarMean(int[] dim, bool keepDim = false, int correction = 1) => VarMeanOp.Apply(this, dim, keepDim, correction);

    /// <summary>The middle element along a dim, the lower one of two, and its index.</summary>
    [Lowers(typeof(MedianOp))]
    public (Tensor Values, Tensor<long> Indices) Median(int dim, bool keepDim = false) => MedianOp.Apply(this, dim, keepDim);

    /// <summary>The middle one of all elements, the lower one of two.</summary>
    public Tensor Median() => MedianOp.Apply(View(-1), 0).Values;
}
