namespace NnGen;

/// <summary>What the library knows of element types.</summary>
internal static class DTypes
{
    /// <summary>The element type that a .NET type stands for.</summary>
    /// <exception cref="NotSupportedException">Tensors do not hold that type.</exception>
    public static DType Of<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return DType.Float32;
        if (typeof(T) == typeof(double))
            return DType.Float64;
        if (typeof(T) == typeof(long))
            return DType.Int64;
        if (typeof(T) == typeof(int))
            return DType.Int32;
        if (typeof(T) == typeof(byte))
            return DType.UInt8;
        if (typeof(T) == typeof(bool))
            return DType.Bool;
        throw new NotSupportedException(
            $"A Tensor<{typeof(T).Name}> cannot be made: tensors hold long, int, bool, byte and double, and Tensor holds float.");
    }

    /// <summary>A number as an element; false and true stand for 0 and other numbers.</summary>
    /// <exception cref="OverflowException">The type cannot hold it.</exception>
    public static T Create<T>(long value)
        where T : unmanaged
    {
        checked
        {
            if (typeof(T) == typeof(double))
                return (T)(object)(double)value;
            if (typeof(T) == typeof(long))
                return (T)(object)value;
            if (typeof(T) == typeof(int))
                return (T)(object)(int)value;
            if (typeof(T) == typeof(byte))
                return (T)(object)(byte)value;
            return (T)(object)(value != 0);
        }
    }

    /// <summary>Whether <see cref="Tensor"/> or <see cref="Tensor{T}"/> holds the type.</summary>
    public static bool IsNative(this DType dtype) => dtype <= DType.Bool;

    /// <summary>Bytes of an element of a native type.</summary>
    public static int Size(this DType dtype) => dtype.BitSize() / 8;

    /// <summary>Bits of an element.</summary>
    public static int BitSize(this DType dtype) => dtype switch
    {
        DType.Complex128 => 128,
        DType.Float64 or DType.Int64 or DType.UInt64 or DType.Complex64 => 64,
        DType.Float32 or DType.Int32 or DType.UInt32 => 32,
        DType.Float16 or DType.BFloat16 or DType.Int16 or DType.UInt16 => 16,
        DType.Float6E2M3 or DType.Float6E3M2 => 6,
        DType.Float4E2M1 => 4,
        _ => 8,
    };

    /// <summary>PyTorch's name of the type, as printed behind a tensor.</summary>
    public static string TorchName(this DType dtype) => "torch." + dtype switch
    {
        DType.Float8E4M3FN => "float8_e4m3fn",
        DType.Float8E4M3FNUZ => "float8_e4m3fnuz",
        DType.Float8E5M2 => "float8_e5m2",
        DType.Float8E5M2FNUZ => "float8_e5m2fnuz",
        DType.Float8E8M0FNU => "float8_e8m0fnu",
        DType.Float6E2M3 => "float6_e2m3",
        DType.Float6E3M2 => "float6_e3m2",
        DType.Float4E2M1 => "float4_e2m1",
        _ => dtype.ToString().ToLowerInvariant(),
    };
}
