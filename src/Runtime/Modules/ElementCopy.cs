using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NnGen;

/// <summary>Copies the elements of one tensor into another of as many, converting their type as PyTorch's <c>copy_</c> does.</summary>
internal static class ElementCopy
{
    public static void To(TensorBase target, TensorBase source)
    {
        switch (target)
        {
            case Tensor floats:
                Convert(source, floats.BorrowWritable());
                break;
            case Tensor<double> doubles:
                Convert(source, doubles.AsWritableSpan());
                break;
            case Tensor<long> longs:
                Convert(source, longs.AsWritableSpan());
                break;
            case Tensor<int> ints:
                Convert(source, ints.AsWritableSpan());
                break;
            case Tensor<byte> bytes:
                Convert(source, bytes.AsWritableSpan());
                break;
            case Tensor<bool> bools:
                ConvertToBool(source, bools.AsWritableSpan());
                break;
            default:
                throw new NotSupportedException($"A tensor of {target.DType} cannot be copied to.");
        }
    }

    /// <summary>Makes sure that elements of a type can be converted.</summary>
    /// <exception cref="NotSupportedException">They cannot.</exception>
    public static void Check(DType dtype)
    {
        if (dtype is DType.Complex64 or DType.Complex128 || dtype.BitSize() < 8)
            throw new NotSupportedException($"Elements of type {dtype} cannot be loaded into a module: convert the tensor first, or leave its key out.");
    }

    private static void Convert<T>(TensorBase source, Span<T> target)
        where T : unmanaged, INumberBase<T>
    {
        switch (source)
        {
            case Tensor floats:
                TensorPrimitives.ConvertTruncating(floats.AsSpan(), target);
                break;
            case Tensor<double> doubles:
                TensorPrimitives.ConvertTruncating(doubles.AsSpan(), target);
                break;
            case Tensor<long> longs:
                TensorPrimitives.ConvertTruncating(longs.AsSpan(), target);
                break;
            case Tensor<int> ints:
                TensorPrimitives.ConvertTruncating(ints.AsSpan(), target);
                break;
            case Tensor<byte> bytes:
                TensorPrimitives.ConvertTruncating(bytes.AsSpan(), target);
                break;
            case Tensor<bool> bools:
                TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<bool, byte>(bools.AsSpan()), target);
                break;
            case RawTensor raw:
                ConvertRaw(raw, target);
                break;
            default:
                throw new NotSupportedException($"A tensor of {source.DType} cannot be copied from.");
        }
    }

    private static void ConvertRaw<T>(RawTensor source, Span<T> target)
        where T : unmanaged, INumberBase<T>
    {
        switch (source.DType)
        {
            case DType.Int8:
                TensorPrimitives.ConvertTruncating(source.As<sbyte>(), target);
                break;
            case DType.Int16:
                TensorPrimitives.ConvertTruncating(source.As<short>(), target);
                break;
            case DType.UInt16:
                TensorPrimitives.ConvertTruncating(source.As<ushort>(), target);
                break;
            case DType.UInt32:
                TensorPrimitives.ConvertTruncating(source.As<uint>(), target);
                break;
            case DType.UInt64:
                TensorPrimitives.ConvertTruncating(source.As<ulong>(), target);
                break;
            default:
                TensorPrimitives.ConvertTruncating(SmallFloats.Widen(source).AsSpan(), target);
                break;
        }
    }

    private static void ConvertToBool(TensorBase source, Span<bool> target)
    {
        var values = new double[target.Length];
        Convert<double>(source, values);
        for (var i = 0; i < target.Length; i++)
            target[i] = values[i] != 0;
    }
}
