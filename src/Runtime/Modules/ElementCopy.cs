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
                Convert(source, floats.AsWritableSpan());
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
            default:
                throw new NotSupportedException($"A tensor of {source.DType} cannot be copied from.");
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
