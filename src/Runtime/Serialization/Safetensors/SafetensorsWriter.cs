using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NnGen.Serialization;

/// <summary>Writes a safetensors file as the reference implementation does: tensors by alignment, largest first, then by name.</summary>
internal static class SafetensorsWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes header and tensors.</summary>
    /// <exception cref="CheckpointException">The header would be too long.</exception>
    public static void Write(Stream stream, IReadOnlyDictionary<string, TensorBase> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var sorted = tensors.OrderByDescending(t => SafetensorsDTypes.Rank(t.Value.DType)).ThenBy(t => t.Key, Utf8Comparer.Instance).ToList();
        var header = WriteHeader(sorted, metadata);
        Span<byte> prefix = stackalloc byte[SafetensorsHeader.PrefixLength];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix);
        stream.Write(header);
        foreach (var (_, tensor) in sorted)
            stream.Write(TensorBytes.Read(tensor));
    }

    private static ReadOnlySpan<byte> WriteHeader(
        List<KeyValuePair<string, TensorBase>> tensors,
        IReadOnlyDictionary<string, string> metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            long offset = 0;
            foreach (var (name, tensor) in tensors)
                offset = WriteEntry(json, name, tensor, offset);
            json.WriteEndObject();
        }

        int padding = -buffer.WrittenCount & (SafetensorsHeader.Alignment - 1);
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenCount <= SafetensorsHeader.MaxLength
            ? buffer.WrittenSpan
            : throw new CheckpointException(
                $"The header would take {buffer.WrittenCount} bytes: at most {SafetensorsHeader.MaxLength} are allowed.");
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
            return;
        json.WriteStartObject(SafetensorsHeader.MetadataKey);
        foreach (var (key, value) in metadata.OrderBy(m => m.Key, StringComparer.Ordinal))
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    /// <summary>Returns the offset behind the tensor.</summary>
    private static long WriteEntry(Utf8JsonWriter json, string name, TensorBase tensor, long offset)
    {
        long end = offset + ((long)tensor.Count * tensor.DType.BitSize() / 8);
        json.WriteStartObject(name);
        json.WriteString("dtype", SafetensorsDTypes.Name(tensor.DType));
        json.WriteStartArray("shape");
        foreach (int dim in tensor.Shape)
            json.WriteNumberValue(dim);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }
}
