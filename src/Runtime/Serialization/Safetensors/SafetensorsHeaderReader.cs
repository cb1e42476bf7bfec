using System.Text.Json;

namespace NnGen.Serialization;

/// <summary>
/// Parses and checks the JSON header. Every rule of the format is enforced before any tensor is read: one object, no duplicate
/// keys, known types, sizes that agree with the offsets, offsets that follow each other from 0 to the end of the file.
/// </summary>
internal ref struct SafetensorsHeaderReader
{
    private const int MaxDepth = 3;                             // object -> tensor -> array
    private const int MaxRank = 64;                             // as in PyTorch

    private readonly List<SafetensorsEntry> _entries = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private Utf8JsonReader _json;

    private SafetensorsHeaderReader(ReadOnlySpan<byte> header)
        => _json = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = MaxDepth });

    /// <summary>Parses <paramref name="header"/> of a file with <paramref name="dataLength"/> bytes of tensors.</summary>
    /// <exception cref="CheckpointException">A rule is broken.</exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> header, long dataLength)
    {
        var reader = new SafetensorsHeaderReader(header);
        try
        {
            reader.ReadObject();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)     // the latter: a name that is not valid UTF-8
        {
            throw new CheckpointException($"The header is not valid JSON: {e.Message}", e);
        }

        reader._entries.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        CheckOffsets(reader._entries, dataLength);
        return new SafetensorsHeader(reader._entries, reader._metadata);
    }

    private void ReadObject()
    {
        Open(JsonTokenType.StartObject, "The header");
        while (ReadKey() is { } name)
        {
            if (!_names.Add(name))
                throw new CheckpointException($"The header has the key '{name}' twice.");
            if (name == SafetensorsHeader.MetadataKey)
                ReadMetadata();
            else
                ReadEntry(name);
        }

        _json.Read();                                           // anything but white space after the object is a JsonException
    }

    /// <summary>The next key of the object that is being read, null at its end.</summary>
    private string? ReadKey()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;
    }

    private void Open(JsonTokenType token, string what)
    {
        _json.Read();
        Expect(token, what);
    }

    private readonly void Expect(JsonTokenType token, string what)
    {
        if (_json.TokenType != token)
            throw new CheckpointException($"{what} must be a JSON {Describe(token)}, but is {Describe(_json.TokenType)}.");
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        _ => token.ToString(),
    };

    private void ReadMetadata()
    {
        Open(JsonTokenType.StartObject, SafetensorsHeader.MetadataKey);
        while (ReadKey() is { } key)
        {
            Open(JsonTokenType.String, $"{SafetensorsHeader.MetadataKey}['{key}']");
            if (!_metadata.TryAdd(key, _json.GetString()!))
                throw new CheckpointException($"{SafetensorsHeader.MetadataKey} has the key '{key}' twice.");
        }
    }

    private void ReadEntry(string name)
    {
        string? type = null;
        long[]? shape = null, offsets = null;
        Open(JsonTokenType.StartObject, $"Tensor '{name}'");
        while (ReadKey() is { } key)
        {
            bool isFirst = key switch
            {
                "dtype" => type is null,
                "shape" => shape is null,
                "data_offsets" => offsets is null,
                _ => throw new CheckpointException(
                    $"Tensor '{name}' has the unknown field '{key}': dtype, shape and data_offsets were expected."),
            };
            if (!isFirst)
                throw new CheckpointException($"Tensor '{name}' has the field '{key}' twice.");
            if (key == "dtype")
                type = ReadString($"dtype of '{name}'");
            else if (key == "shape")
                shape = ReadNumbers($"shape of '{name}'");
            else
                offsets = ReadNumbers($"data_offsets of '{name}'");
        }

        if (type is null || shape is null || offsets is null)
            throw new CheckpointException($"Tensor '{name}' must have dtype, shape and data_offsets.");
        _entries.Add(Check(name, type, shape, offsets));
    }

    private string ReadString(string what)
    {
        Open(JsonTokenType.String, what);
        return _json.GetString()!;
    }

    private long[] ReadNumbers(string what)
    {
        Open(JsonTokenType.StartArray, what);
        var numbers = new List<long>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            Expect(JsonTokenType.Number, $"Each element of {what}");
            if (!_json.TryGetInt64(out long number) || number < 0)
                throw new CheckpointException(
                    $"{what} holds {System.Text.Encoding.UTF8.GetString(_json.ValueSpan)}: expected an integer from 0 to 2^63 - 1.");
            if (numbers.Count == MaxRank)
                throw new CheckpointException($"{what} has more than {MaxRank} elements.");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static SafetensorsEntry Check(string name, string type, long[] shape, long[] offsets)
    {
        if (!SafetensorsDTypes.TryParse(type, out var dtype))
            throw new CheckpointException($"Tensor '{name}' has dtype '{type}': {SafetensorsDTypes.All} can be read.");
        if (offsets.Length != 2 || offsets[0] > offsets[1])
            throw new CheckpointException($"data_offsets of '{name}' must be [begin, end], but are [{string.Join(", ", offsets)}].");
        long bits = BitLength(name, dtype, shape);
        if (bits % 8 != 0)
            throw new CheckpointException(
                $"Tensor '{name}' of dtype {type} and shape [{string.Join(", ", shape)}] takes {bits} bits: whole bytes were expected.");
        if (offsets[1] - offsets[0] != bits / 8)
            throw new CheckpointException(
                $"Tensor '{name}' of dtype {type} and shape [{string.Join(", ", shape)}] takes {bits / 8} bytes, "
                + $"but data_offsets span {offsets[1] - offsets[0]}.");
        return new SafetensorsEntry(name, dtype, shape, offsets[0], offsets[1]);
    }

    private static long BitLength(string name, DType dtype, long[] shape)
    {
        try
        {
            return checked(shape.Aggregate(1L, (count, dim) => checked(count * dim)) * dtype.BitSize());
        }
        catch (OverflowException e)
        {
            throw new CheckpointException($"The size of tensor '{name}' of shape [{string.Join(", ", shape)}] overflows 64 bits.", e);
        }
    }

    private static void CheckOffsets(List<SafetensorsEntry> entries, long dataLength)
    {
        long end = 0;
        foreach (var entry in entries)
        {
            if (entry.Start != end)
                throw new CheckpointException(
                    $"Tensor '{entry.Name}' begins at byte {entry.Start}, but the one before it ends at {end}: "
                    + "holes and overlaps are not allowed.");
            end = entry.End;
        }

        if (end != dataLength)
            throw new CheckpointException($"The header describes {end} bytes of tensors, but the file has {dataLength}.");
    }
}
