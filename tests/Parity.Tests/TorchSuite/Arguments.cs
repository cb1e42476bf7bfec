using System.Text.Json;

namespace NnGen.Parity.Tests.TorchSuite;

/// <summary>Constructor arguments by PyTorch's names. Every argument must be read: none is silently ignored.</summary>
public sealed partial class Arguments(JsonElement json)
{
    private readonly HashSet<string> _unread = [.. json.EnumerateObject().Select(argument => argument.Name)];

    /// <summary>Names that nobody has asked for.</summary>
    public IEnumerable<string> Unread => _unread;

    public int Int(string name, int otherwise = 0) => Find(name)?.GetInt32() ?? otherwise;

    public int? OptionalInt(string name) => Find(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;

    public double Double(string name, double otherwise) => Find(name)?.GetDouble() ?? otherwise;

    /// <summary>A number that may be None.</summary>
    public double? OptionalDouble(string name, double? otherwise)
        => Find(name) is not { } value ? otherwise : value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();

    public bool Bool(string name, bool otherwise) => Find(name)?.GetBoolean() ?? otherwise;

    public Tensor? Tensor(string name) => Find(name) is { ValueKind: JsonValueKind.Object } value ? (Tensor)TorchCase.Copy(value) : null;

    /// <summary>The size along one dim: a number, or a tuple of one.</summary>
    public int Size1D(string name, int otherwise = 1)
        => Find(name) is not { } value ? otherwise : value.ValueKind == JsonValueKind.Array ? value[0].GetInt32() : value.GetInt32();

    /// <summary>Any number of sizes.</summary>
    public Sizes Sizes(string name) => Find(name)!.Value switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => item.GetInt32())],
        var number => number.GetInt32(),
    };

    public Nonlinearity Nonlinearity(string name) => Find(name) is { } value ? Enum.Parse<Nonlinearity>(value.GetString()!, ignoreCase: true) : NnGen.Nonlinearity.Tanh;

    public EmbeddingBagMode EmbeddingBagMode(string name)
        => Find(name) is { } value ? Enum.Parse<EmbeddingBagMode>(value.GetString()!, ignoreCase: true) : NnGen.EmbeddingBagMode.Mean;

    public Activation Activation(string name) => Find(name) is { } value ? Enum.Parse<Activation>(value.GetString()!, ignoreCase: true) : NnGen.Activation.ReLU;

    public GeluApproximation Gelu(string name) => Find(name) is { } value ? Enum.Parse<GeluApproximation>(value.GetString()!, ignoreCase: true) : default;

    public Size2D Size2D(string name) => OptionalSize2D(name) ?? default;

    public Size2D? OptionalSize2D(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } pair => (pair[0].GetInt32(), pair[1].GetInt32()),
        { ValueKind: JsonValueKind.Number } number => number.GetInt32(),
        _ => null,
    };

    public OutputSize2D OutputSize2D(string name) => Find(name)!.Value switch
    {
        { ValueKind: JsonValueKind.Array } pair => (Item(pair[0]), Item(pair[1])),
        var number => number.GetInt32(),
    };

    public Padding1D Padding1D(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.String } text => Named(text),
        { ValueKind: JsonValueKind.Array } tuple => tuple[0].GetInt32(),
        { } number => number.GetInt32(),
        null => default,
    };

    public Padding2D Padding2D(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.String } text => Named(text),
        { ValueKind: JsonValueKind.Array } pair => (pair[0].GetInt32(), pair[1].GetInt32()),
        { } number => number.GetInt32(),
        null => default,
    };

    public PaddingMode PaddingMode(string name) => Find(name) is { } mode ? Enum.Parse<PaddingMode>(mode.GetString()!, ignoreCase: true) : default;

    /// <summary>The reduction, also in PyTorch's deprecated words.</summary>
    public Reduction Reduction()
    {
        var isAveraged = Find("size_average") is not { ValueKind: JsonValueKind.False };
        if (Find("reduce") is { ValueKind: JsonValueKind.False })
            return NnGen.Reduction.None;
        var text = Find("reduction")?.GetString() ?? (isAveraged ? "mean" : "sum");
        return Enum.Parse<Reduction>(text, ignoreCase: true);
    }

    private static int? Item(JsonElement item) => item.ValueKind == JsonValueKind.Null ? null : item.GetInt32();

    private static Padding Named(JsonElement name) => Enum.Parse<Padding>(name.GetString()!, ignoreCase: true);

    private JsonElement? Find(string name)
    {
        _unread.Remove(name);
        return json.TryGetProperty(name, out var value) ? value : null;
    }
}
