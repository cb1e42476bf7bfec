namespace NnGen;

// Other element types, and reductions.
public sealed partial class Tensor<T>
{
    /// <summary>The elements as 32-bit floating-point numbers.</summary>
    [Lowers(typeof(ToFloatOp))]
    public Tensor Float() => ToFloatOp.Apply(this);

    /// <summary>The elements as 64-bit floating-point numbers.</summary>
    [Lowers(typeof(ToDoubleOp))]
    public Tensor<double> Double() => ToDoubleOp.Apply(this);

    /// <summary>The elements as 64-bit integers.</summary>
    [Lowers(typeof(ToLongOp))]
    public Tensor<long> Long() => ToLongOp.Apply(this);

    /// <summary>The elements as 32-bit integers.</summary>
    [Lowers(typeof(ToIntOp))]
    public Tensor<int> Int() => ToIntOp.Apply(this);

    /// <summary>The elements as unsigned 8-bit integers.</summary>
    [Lowers(typeof(ToByteOp))]
    public Tensor<byte> Byte() => ToByteOp.Apply(this);

    /// <summary>The elements as booleans: whether they are not 0.</summary>
    [Lowers(typeof(ToBoolOp))]
    public Tensor<bool> Bool() => ToBoolOp.Apply(this);

    /// <summary>This tensor: its elements always lie in memory without gaps.</summary>
    [Lowers(typeof(ContiguousOp))]
    public Tensor<T> Contiguous() => this;

    /// <summary>The elements as another type: what follows the point is cut off, and what is not 0 is true.</summary>
    public Tensor<TTo> To<TTo>()
        where TTo : unmanaged
    {
        var result = Tensor<TTo>.Uninitialized(Shape);
        Kernels.Numbers.Convert(AsSpan(), result.Storage.Borrow());
        return result;
    }

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

    /// <summary>The largest element.</summary>
    [Lowers(typeof(AMaxOp))]
    public Tensor<T> Max() => AMaxOp.Apply(this);

    /// <summary>The largest elements along a dim and their indices, the first one of equal ones.</summary>
    [Lowers(typeof(MaxOp))]
    public (Tensor<T> Values, Tensor<long> Indices) Max(int dim, bool keepDim = false) => MaxOp.Apply(this, dim, keepDim);

    /// <summary>The index of the largest element, counted in row-major order.</summary>
    [Lowers(typeof(ArgMaxOp))]
    public Tensor<long> ArgMax() => ArgMaxOp.Apply(this);

    /// <summary>The indices of the largest elements along a dim, the first one of equal ones.</summary>
    [Lowers(typeof(ArgMaxOp))]
    public Tensor<long> ArgMax(int dim, bool keepDim = false) => ArgMaxOp.Apply(this, dim, keepDim);

    /// <summary>The smallest element.</summary>
    [Lowers(typeof(AMinOp))]
    public Tensor<T> Min() => AMinOp.Apply(this);

    /// <summary>The smallest elements along a dim and their indices, the first one of equal ones.</summary>
    [Lowers(typeof(MinOp))]
    public (Tensor<T> Values, Tensor<long> Indices) Min(int dim, bool keepDim = false) => MinOp.Apply(this, dim, keepDim);

    /// <summary>The index of the smallest element, counted in row-major order.</summary>
    [Lowers(typeof(ArgMinOp))]
    public Tensor<long> ArgMin() => ArgMinOp.Apply(this);

    /// <summary>The indices of the smallest elements along a dim, the first one of equal ones.</summary>
    [Lowers(typeof(ArgMinOp))]
    public Tensor<long> ArgMin(int dim, bool keepDim = false) => ArgMinOp.Apply(this, dim, keepDim);
}
