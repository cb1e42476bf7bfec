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

    /// <summary>Bytes of an element.</summary>
    public static int Size(this DType dtype) => dtype switch
    {
        DType.Float64 or DType.Int64 => 8,
        DType.Float32 or DType.Int32 => 4,
        _ => 1,
    };

    /// <summary>PyTorch's name of the type, as printed behind a tensor.</summary>
    public static string TorchName(this DType dtype) => dtype switch
    {
        DType.Float32 => "torch.float32",
        DType.Float64 => "torch.float64",
        DType.Int64 => "torch.int64",
        DType.Int32 => "torch.int32",
        DType.UInt8 => "torch.uint8",
        _ => "torch.bool",
    };
}
