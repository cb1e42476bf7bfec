using System.Numerics.Tensors;

namespace NnGen;

/// <summary>Floating-point types of 16 and 8 bits, widened to float32, which holds each of their values.</summary>
internal static class SmallFloats
{
    private const int BytesInTable = 256;

    /// <summary>The elements as float32.</summary>
    /// <exception cref="NotSupportedException">The elements are complex or packed.</exception>
    public static Tensor Widen(RawTensor source)
    {
        var result = Tensor.Empty(source.Shape.Dims);
        var target = result.AsWritableSpan();
        switch (source.DType)
        {
            case DType.Float16:
                TensorPrimitives.ConvertToSingle(source.As<Half>(), target);
                break;
            case DType.BFloat16:
                var halves = source.As<ushort>();
                for (var i = 0; i < target.Length; i++)
                    target[i] = BitConverter.UInt32BitsToSingle((uint)halves[i] << 16);
                break;
            default:
                var table = Table(source.DType);
                var bytes = source.AsSpan();
                for (var i = 0; i < target.Length; i++)
                    target[i] = table[bytes[i]];
                break;
        }

        return result;
    }

    private static float[] Table(DType dtype)
    {
        Func<int, float> value = dtype switch
        {
            DType.Float8E5M2 => bits => Value(bits, mantissaBits: 2, bias: 15, lastExponentIsSpecial: true),
            DType.Float8E4M3FN => bits => (bits & 0x7F) == 0x7F ? float.NaN : Value(bits, mantissaBits: 3, bias: 7),
            DType.Float8E5M2FNUZ => bits => bits == 0x80 ? float.NaN : Value(bits, mantissaBits: 2, bias: 16),
            DType.Float8E4M3FNUZ => bits => bits == 0x80 ? float.NaN : Value(bits, mantissaBits: 3, bias: 8),
            DType.Float8E8M0FNU => bits => bits == 0xFF ? float.NaN : MathF.ScaleB(1, bits - 127),
            _ => throw new NotSupportedException(
                $"Elements of type {dtype} cannot be converted: floating-point types of 8 bits and more, integers and booleans can."),
        };
        var table = new float[BytesInTable];
        for (var i = 0; i < table.Length; i++)
            table[i] = value(i);
        return table;
    }

    private static float Value(int bits, int mantissaBits, int bias, bool lastExponentIsSpecial = false)
    {
        var mantissa = bits & ((1 << mantissaBits) - 1);
        var exponent = (bits & 0x7F) >> mantissaBits;
        var sign = (bits & 0x80) == 0 ? 1f : -1f;
        if (lastExponentIsSpecial && exponent == 0x7F >> mantissaBits)
            return mantissa == 0 ? sign * float.PositiveInfinity : float.NaN;
        return exponent == 0
            ? sign * MathF.ScaleB(mantissa, 1 - bias - mantissaBits)
            : sign * MathF.ScaleB(mantissa + (1 << mantissaBits), exponent - bias - mantissaBits);
    }
}
