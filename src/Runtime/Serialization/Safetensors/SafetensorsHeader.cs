namespace NnGen.Serialization;

/// <summary>One tensor of a safetensors file.</summary>
/// <param name="Name">Its key.</param>
/// <param name="DType">Its element type.</param>
/// <param name="Dims">Its shape.</param>
/// <param name="Start">First byte, counted from the end of the header.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record SafetensorsEntry(string Name, DType DType, long[] Dims, long Start, long End);

/// <summary>What the header of a safetensors file says.</summary>
/// <param name="Entries">The tensors, by offset.</param>
/// <param name="Metadata">The texts under <c>__metadata__</c>.</param>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The longest header that is read or written, as in the reference implementation.</summary>
    public const long MaxLength = 100_000_000;

    /// <summary>The key of the metadata.</summary>
    public const string MetadataKey = "__metadata__";

    /// <summary>Bytes of the length that precedes the header.</summary>
    public const int PrefixLength = sizeof(ulong);

    /// <summary>The header's length is padded with spaces to a multiple of this, so that the tensors start aligned.</summary>
    public const int Alignment = 8;
}
