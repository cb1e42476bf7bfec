namespace NnGen.Serialization;

/// <summary>
/// The element types of the safetensors format, in the reference implementation's order: by alignment, which is how a file's
/// tensors are sorted (largest first).
/// </summary>
internal static class SafetensorsDTypes
{
    private static readonly (string Name, DType DType)[] s_types =
    [
        ("BOOL", DType.Bool),
        ("F4", DType.Float4E2M1),
        ("F6_E2M3", DType.Float6E2M3),
        ("F6_E3M2", DType.Float6E3M2),
        ("U8", DType.UInt8),
        ("I8", DType.Int8),
        ("F8_E5M2", DType.Float8E5M2),
        ("F8_E4M3", DType.Float8E4M3FN),
        ("F8_E8M0", DType.Float8E8M0FNU),
        ("F8_E4M3FNUZ", DType.Float8E4M3FNUZ),
        ("F8_E5M2FNUZ", DType.Float8E5M2FNUZ),
        ("I16", DType.Int16),
        ("U16", DType.UInt16),
        ("F16", DType.Float16),
        ("BF16", DType.BFloat16),
        ("I32", DType.Int32),
        ("U32", DType.UInt32),
        ("F32", DType.Float32),
        ("C64", DType.Complex64),
        ("F64", DType.Float64),
        ("I64", DType.Int64),
        ("U64", DType.UInt64),
    ];

    /// <summary>All names, for messages.</summary>
    public static string All => string.Join(", ", Array.ConvertAll(s_types, type => type.Name));

    /// <summary>The type called <paramref name="name"/> in a header.</summary>
    public static bool TryParse(string name, out DType dtype)
    {
        var index = Array.FindIndex(s_types, type => type.Name == name);
        dtype = index < 0 ? default : s_types[index].DType;
        return index >= 0;
    }

    /// <summary>The name in a header.</summary>
    /// <exception cref="CheckpointException">The format does not have the type.</exception>
    public static string Name(DType dtype) => s_types[Rank(dtype)].Name;

    /// <summary>The place in the order of alignments.</summary>
    /// <exception cref="CheckpointException">The format does not have the type.</exception>
    public static int Rank(DType dtype)
    {
        var index = Array.FindIndex(s_types, type => type.DType == dtype);
        return index >= 0
            ? index
            : throw new CheckpointException($"safetensors files hold no elements of type {dtype}: .pth files do.");
    }
}
