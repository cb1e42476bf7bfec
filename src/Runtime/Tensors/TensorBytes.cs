using System.Runtime.InteropServices;

namespace NnGen;

/// <summary>Tensors of any element type as bytes, for code that moves elements without looking at them.</summary>
internal static class TensorBytes
{
    /// <summary>A tensor of undefined content.</summary>
    public static TensorBase Create(DType dtype, Shape shape) => dtype switch
    {
        DType.Float32 => Tensor.Empty(shape.Dims),
        DType.Float64 => Tensor<double>.Empty(shape.Dims),
        DType.Int64 => Tensor<long>.Empty(shape.Dims),
        DType.Int32 => Tensor<int>.Empty(shape.Dims),
        DType.UInt8 => Tensor<byte>.Empty(shape.Dims),
        DType.Bool => Tensor<bool>.Empty(shape.Dims),
        _ => RawTensor.Empty(dtype, shape),
    };

    /// <summary>The memory, which tied tensors share.</summary>
    public static object Memory(TensorBase tensor) => tensor is Tensor floats ? floats.Storage : tensor;

    /// <summary>The elements to be read.</summary>
    public static ReadOnlySpan<byte> Read(TensorBase tensor) => tensor switch
    {
        Tensor floats => MemoryMarshal.AsBytes(floats.AsSpan()),
        Tensor<double> doubles => MemoryMarshal.AsBytes(doubles.AsSpan()),
        Tensor<long> longs => MemoryMarshal.AsBytes(longs.AsSpan()),
        Tensor<int> ints => MemoryMarshal.AsBytes(ints.AsSpan()),
        Tensor<byte> bytes => bytes.AsSpan(),
        RawTensor raw => raw.AsSpan(),
        _ => MemoryMarshal.AsBytes(((Tensor<bool>)tensor).AsSpan()),
    };

    /// <summary>The elements to be written; raises the tensor's version.</summary>
    public static Span<byte> Write(TensorBase tensor) => tensor switch
    {
        Tensor floats => MemoryMarshal.AsBytes(floats.BorrowWritable()),
        Tensor<double> doubles => MemoryMarshal.AsBytes(doubles.AsWritableSpan()),
        Tensor<long> longs => MemoryMarshal.AsBytes(longs.AsWritableSpan()),
        Tensor<int> ints => MemoryMarshal.AsBytes(ints.AsWritableSpan()),
        Tensor<byte> bytes => bytes.AsWritableSpan(),
        RawTensor raw => raw.AsWritableSpan(),
        _ => MemoryMarshal.AsBytes(((Tensor<bool>)tensor).AsWritableSpan()),
    };
}
