using System.ComponentModel;
using NnGen.Compiler.Shapes;

namespace NnGen.CompilerServices;

/// <summary>A hyperparameter given to a contract: a number (bools are 0 and 1, enums are cast), a list, or null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ScalarValue : IEquatable<ScalarValue>
{
    /// <summary>An item of a list that is null: <c>??</c> in a contract takes what follows it.</summary>
    private const int NullItem = int.MinValue;

    private readonly HyperKind _kind;
    private readonly long _number;
    private readonly int[]? _items;

    private ScalarValue(HyperKind kind, long number, int[]? items) => (_kind, _number, _items) = (kind, number, items);

    /// <summary>A whole number.</summary>
    public static implicit operator ScalarValue(int value) => new(HyperKind.Number, value, null);

    /// <summary>A whole number, or null.</summary>
    public static implicit operator ScalarValue(int? value) => value is { } number ? number : default(ScalarValue);

    /// <summary>A whole number.</summary>
    public static implicit operator ScalarValue(long value) => new(HyperKind.Number, value, null);

    /// <summary>A flag.</summary>
    public static implicit operator ScalarValue(bool value) => new(HyperKind.Number, value ? 1 : 0, null);

    /// <summary>A number that is no size: a contract that needs it as one refuses it unless it is whole.</summary>
    public static implicit operator ScalarValue(float value) => (double)value;

    /// <summary>A number that is no size: a contract that needs it as one refuses it unless it is whole.</summary>
    public static implicit operator ScalarValue(double value)
        => value == Math.Floor(value) && Math.Abs(value) < long.MaxValue ? new(HyperKind.Number, (long)value, null) : default;

    /// <summary>A list of whole numbers, or null.</summary>
    public static implicit operator ScalarValue(int[]? value) => value is null ? default : new(HyperKind.List, 0, value);

    /// <summary>A text, as the list of its characters.</summary>
    public static implicit operator ScalarValue(string? value) => value is null ? default : new(HyperKind.List, 0, [.. value]);

    /// <summary>The sizes of two dims.</summary>
    public static implicit operator ScalarValue(Size2D value) => new(HyperKind.List, 0, [value.Height, value.Width]);

    /// <summary>The sizes of two dims, or null.</summary>
    public static implicit operator ScalarValue(Size2D? value) => value is { } size ? size : default(ScalarValue);

    /// <summary>The sizes of two dims, some of which may be null.</summary>
    public static implicit operator ScalarValue(OutputSize2D value) => new(HyperKind.List, 0, [value.Height ?? NullItem, value.Width ?? NullItem]);

    /// <summary>The sizes of three dims.</summary>
    public static implicit operator ScalarValue(Size3D value) => new(HyperKind.List, 0, [value.Depth, value.Height, value.Width]);

    /// <summary>The sizes of three dims, or null.</summary>
    public static implicit operator ScalarValue(Size3D? value) => value is { } size ? size : default(ScalarValue);

    /// <summary>The sizes of three dims, some of which may be null.</summary>
    public static implicit operator ScalarValue(OutputSize3D value)
        => new(HyperKind.List, 0, [value.Depth ?? NullItem, value.Height ?? NullItem, value.Width ?? NullItem]);

    /// <summary>Padding of the sides of one dim.</summary>
    public static implicit operator ScalarValue(Sides1D value) => value.ToArray();

    /// <summary>Padding of the sides of two dims.</summary>
    public static implicit operator ScalarValue(Sides2D value) => value.ToArray();

    /// <summary>Padding of the sides of three dims.</summary>
    public static implicit operator ScalarValue(Sides3D value) => value.ToArray();

    /// <summary>Padding on each side of a dim, or -1 for <see cref="Padding.Same"/>.</summary>
    public static implicit operator ScalarValue(Padding1D value) => value.IsSame ? Padding.Same : value.Width;

    /// <summary>Padding on each side of two dims, or -1 for <see cref="Padding.Same"/>.</summary>
    public static implicit operator ScalarValue(Padding2D value)
        => value.IsSame ? Padding.Same : new ScalarValue(HyperKind.List, 0, [value.Height, value.Width]);

    /// <summary>Padding on each side of three dims, or -1 for <see cref="Padding.Same"/>.</summary>
    public static implicit operator ScalarValue(Padding3D value)
        => value.IsSame ? Padding.Same : new ScalarValue(HyperKind.List, 0, [value.Depth, value.Height, value.Width]);

    /// <summary>The number of the padding: 0 for none, -1 for <see cref="Padding.Same"/>.</summary>
    public static implicit operator ScalarValue(Padding value) => (int)value;

    /// <inheritdoc/>
    public bool Equals(ScalarValue other)
        => _kind == other._kind && _number == other._number && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ScalarValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = HashCode.Combine(_kind, _number);
        foreach (var item in _items.AsSpan())
            hash = HashCode.Combine(hash, item);
        return hash;
    }

    internal HyperValue<long> ToHyper() => _kind switch
    {
        HyperKind.Number => HyperValue<long>.Of(_number),
        HyperKind.List => HyperValue<long>.Of(Array.ConvertAll(_items!, item => (long)item)),
        _ => default,
    };

    /// <summary>This with a list that nobody can change.</summary>
    internal ScalarValue Copy() => _items is null ? this : new(_kind, 0, (int[])_items.Clone());
}
