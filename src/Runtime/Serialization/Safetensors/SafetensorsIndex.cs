using System.Text.Json;

namespace NnGen.Serialization;

/// <summary>
/// The index of a sharded checkpoint, <c>NAME.safetensors.index.json</c>: which file in the same folder holds each tensor.
/// </summary>
internal static class SafetensorsIndex
{
    /// <summary>How the name of an index ends.</summary>
    public const string Extension = ".safetensors.index.json";

    private const string MapKey = "weight_map";
    private const string MetadataKey = "metadata";
    private const string TotalSizeKey = "total_size";

    /// <summary>Reads the files by tensor, in the index's order.</summary>
    /// <exception cref="CheckpointException">It is not such an index, or names a file outside its folder.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(FileBytes file)
    {
        if (file.Length > SafetensorsHeader.MaxLength)
            throw file.Refuse($"The index has {file.Length} bytes: at most {SafetensorsHeader.MaxLength} are allowed.");
        try
        {
            return Parse(file.Read(0, (int)file.Length));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or CheckpointException)
        {
            throw file.Refuse($"An index of sharded safetensors was expected: {e.Message}", e);
        }
    }

    /// <summary>Writes an index.</summary>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, string>> files, long totalSize)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject(MetadataKey);
        json.WriteNumber(TotalSizeKey, totalSize);
        json.WriteEndObject();
        json.WriteStartObject(MapKey);
        foreach (var (name, file) in files)
            json.WriteString(name, file);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static List<KeyValuePair<string, string>> Parse(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        List<KeyValuePair<string, string>>? map = null;
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            throw new CheckpointException("It must be a JSON object.");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isMap = json.ValueTextEquals(MapKey);
            json.Read();
            if (!isMap)
                json.Skip();
            else if (map is null)
                map = ParseMap(ref json);
            else
                throw new CheckpointException($"It has '{MapKey}' twice.");
        }

        json.Read();
        return map ?? throw new CheckpointException($"It has no '{MapKey}'.");
    }

    private static List<KeyValuePair<string, string>> ParseMap(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw new CheckpointException($"'{MapKey}' must be a JSON object.");
        var map = new List<KeyValuePair<string, string>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            json.Read();
            if (json.TokenType != JsonTokenType.String)
                throw new CheckpointException($"The file of '{name}' must be a JSON string.");
            if (!names.Add(name))
                throw new CheckpointException($"It has the tensor '{name}' twice.");
            map.Add(new KeyValuePair<string, string>(name, CheckFile(json.GetString()!)));
        }

        return map;
    }

    /// <summary>A shard lies beside its index: a name that leads elsewhere is not followed.</summary>
    private static string CheckFile(string file)
    {
        bool isPlain = file.Length > 0 && file is not ("." or "..") && file.AsSpan().IndexOfAny("/\\:\0") < 0;
        return isPlain
            ? file
            : throw new CheckpointException($"It names the file '{file}': the name of a file in the same folder was expected.");
    }
}
