namespace NnGen;

/// <summary>Sums of integers and booleans, which are 64-bit integers, and logic of booleans.</summary>
public static class TensorSums
{
    /// <summary>The sum of all elements.</summary>
    [Lowers(typeof(IntegerSumOp))]
    public static Tensor<long> Sum(this Tensor<long> x) => IntegerSumOp.Apply(x);

    /// <summary>The sum over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(IntegerSumOp))]
    public static Tensor<long> Sum(this Tensor<long> x, int dim, bool keepDim = false) => IntegerSumOp.Apply(x, [dim], keepDim);

    /// <summary>The sum of all elements.</summary>
    [Lowers(typeof(IntegerSumOp))]
    public static Tensor<long> Sum(this Tensor<int> x) => IntegerSumOp.Apply(x);

    /// <summary>The sum over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(IntegerSumOp))]
    public static Tensor<long> Sum(this Tensor<int> x, int dim, bool keepDim = false) => IntegerSumOp.Apply(x, [dim], keepDim);

    /// <summary>The sum of all elements.</summary>
    [Lowers(typeof(IntegerSumOp))]
    public static Tensor<long> Sum(this Tensor<byte> x) => IntegerSumOp.Apply(x);

    /// <summary>The sum over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(IntegerSumOp))]
    public static Tensor<long> Sum(this Tensor<byte> x, int dim, bool keepDim = false) => IntegerSumOp.Apply(x, [dim], keepDim);

    /// <summary>The sum of all elements.</summary>
    [Lowers(typeof(IntegerSumOp))]
    public static Tensor<long> Sum(this Tensor<bool> x) => IntegerSumOp.Apply(x);

    /// <summary>The sum over dims, which stay with size 1 where <paramref name="keepDim"/>.</summary>
    [Lowers(typeof(IntegerSumOp))]
    public static Tensor<long> Sum(this Tensor<bool> x, int dim, bool keepDim = false) => IntegerSumOp.Apply(x, [dim], keepDim);

    /// <summary>The sum of all elements.</summary>
    public static Tensor<double> Sum(this Tensor<double> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Tensor<double>.From(System.Numerics.Tensors.TensorPrimitives.Sum(x.AsSpan()));
    }

    /// <summary>Whether both hold, with broadcasting.</summary>
    [Lowers(typeof(BitwiseAndOp))]
    public static Tensor<bool> LogicalAnd(this Tensor<bool> a, Tensor<bool> b) => BitwiseAndOp.Apply(a, b);

    /// <summary>Whether either holds, with broadcasting.</summary>
    [Lowers(typeof(BitwiseOrOp))]
    public static Tensor<bool> LogicalOr(this Tensor<bool> a, Tensor<bool> b) => BitwiseOrOp.Apply(a, b);

    /// <summary>Whether exactly one holds, with broadcasting.</summary>
    [Lowers(typeof(BitwiseXorOp))]
    public static Tensor<bool> LogicalXor(this Tensor<bool> a, Tensor<bool> b) => BitwiseXorOp.Apply(a, b);

    /// <summary>Whether it does not hold.</summary>
    [Lowers(typeof(BitwiseNotOp))]
    public static Tensor<bool> LogicalNot(this Tensor<bool> x) => BitwiseNotOp.Apply(x);
}
