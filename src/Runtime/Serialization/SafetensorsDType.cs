namespace NnGen.Serialization;

/// <summary>
/// The element types of the safetensors format that NnGen holds, in the reference implementation's order: by alignment, which is
/// how a file's tensors are sorted (largest first).
/// </summary>
internal enum SafetensorsDType
{
    Bool,
    U8,
    F16,
    BF16,
    I32,
    F32,
    F64,
    I64,
}

/// <summary>Names and sizes of <see cref="SafetensorsDType"/>.</summary>
internal static class SafetensorsDTypes
{
    private static readonly string[] Names = ["BOOL", "U8", "F16", "BF16", "I32", "F32", "F64", "I64"];

    /// <summary>The type called <paramref name="name"/> in a header.</summary>
    public static bool TryParse(string name, out SafetensorsDType dtype)
    {
        int index = Array.IndexOf(Names, name);
        dtype = (SafetensorsDType)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>All names, for messages.</summary>
    public static string All => string.Join(", ", Names);

    /// <summary>The name in a header.</summary>
    public static string Name(this SafetensorsDType dtype) => Names[(int)dtype];

    /// <summary>Bytes an element.</summary>
    public static int Size(this SafetensorsDType dtype) => dtype switch
    {
        SafetensorsDType.Bool or SafetensorsDType.U8 => 1,
        SafetensorsDType.F16 or SafetensorsDType.BF16 => 2,
        SafetensorsDType.I32 or SafetensorsDType.F32 => 4,
        _ => 8,
    };

    /// <summary>The type of a tensor of this type in memory. (F16 and BF16 are read as float32.)</summary>
    public static DType ToDType(this SafetensorsDType dtype) => dtype switch
    {
        SafetensorsDType.Bool => DType.Bool,
        SafetensorsDType.U8 => DType.UInt8,
        SafetensorsDType.I32 => DType.Int32,
        SafetensorsDType.F64 => DType.Float64,
        SafetensorsDType.I64 => DType.Int64,
        _ => DType.Float32,
    };

    /// <summary>The type in which a tensor is written.</summary>
    public static SafetensorsDType Of(DType dtype) => dtype switch
    {
        DType.Bool => SafetensorsDType.Bool,
        DType.UInt8 => SafetensorsDType.U8,
        DType.Int32 => SafetensorsDType.I32,
        DType.Float64 => SafetensorsDType.F64,
        DType.Int64 => SafetensorsDType.I64,
        _ => SafetensorsDType.F32,
    };
}
