using System.Text.Json;

namespace NnGen.Parity.Tests.TorchSuite;

// Sizes of three dims, sides, and what else layers over images and volumes take.
public sealed partial class Arguments
{
    public int? OptionalSize1D(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } tuple => tuple[0].GetInt32(),
        { ValueKind: JsonValueKind.Number } number => number.GetInt32(),
        _ => null,
    };

    public Size3D Size3D(string name) => OptionalSize3D(name) ?? default;

    public Size3D? OptionalSize3D(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } tuple => (tuple[0].GetInt32(), tuple[1].GetInt32(), tuple[2].GetInt32()),
        { ValueKind: JsonValueKind.Number } number => number.GetInt32(),
        _ => null,
    };

    public OutputSize3D OutputSize3D(string name) => Find(name)!.Value switch
    {
        { ValueKind: JsonValueKind.Array } tuple => (Item(tuple[0]), Item(tuple[1]), Item(tuple[2])),
        { ValueKind: JsonValueKind.Number } number => number.GetInt32(),
        _ => default,
    };

    public Padding3D Padding3D(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.String } text => Named(text),
        { ValueKind: JsonValueKind.Array } tuple => (tuple[0].GetInt32(), tuple[1].GetInt32(), tuple[2].GetInt32()),
        { } number => number.GetInt32(),
        null => default,
    };

    public Sides1D Sides1D(string name) => Find(name)!.Value is { ValueKind: JsonValueKind.Array } sides ? (At(sides, 0), At(sides, 1)) : Int(name);

    public Sides2D Sides2D(string name)
        => Find(name)!.Value is { ValueKind: JsonValueKind.Array } sides ? (At(sides, 0), At(sides, 1), At(sides, 2), At(sides, 3)) : Int(name);

    public Sides3D Sides3D(string name) => Find(name)!.Value is { ValueKind: JsonValueKind.Array } sides
        ? (At(sides, 0), At(sides, 1), At(sides, 2), At(sides, 3), At(sides, 4), At(sides, 5))
        : Int(name);

    public Sizes? OptionalSizes(string name) => Find(name) is { ValueKind: JsonValueKind.Number or JsonValueKind.Array } ? Sizes(name) : default(Sizes?);

    public ScaleFactor? OptionalScale(string name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Number or JsonValueKind.Array } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetDouble();
        double[] items = [.. value.EnumerateArray().Select(item => item.GetDouble())];
        return items.Length switch
        {
            1 => items[0],
            2 => (items[0], items[1]),
            _ => (items[0], items[1], items[2]),
        };
    }

    public bool? OptionalBool(string name) => Find(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    /// <summary>A name of PyTorch's as a member of an enum.</summary>
    public T Enumerated<T>(string name, T otherwise)
        where T : struct, Enum
        => Find(name) is { ValueKind: JsonValueKind.String } text ? Enum.Parse<T>(text.GetString()!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true) : otherwise;

    private static int At(JsonElement list, int index) => list[index].GetInt32();
}
