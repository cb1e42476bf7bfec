using System.Runtime.CompilerServices;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>The sizes of any number of dims: a number, which is one size, a tuple, a list or a shape.</summary>
[CollectionBuilder(typeof(Sizes), nameof(Create))]
public readonly struct Sizes : IEquatable<Sizes>
{
    private readonly int[]? _items;

    private Sizes(int[] items) => _items = items;

    /// <summary>The sizes.</summary>
    public ReadOnlySpan<int> Items => _items;

    /// <summary>The given sizes.</summary>
    public static Sizes Create(ReadOnlySpan<int> items) => new(items.ToArray());

    /// <summary>One size.</summary>
    public static implicit operator Sizes(int size) => new([size]);

    /// <summary>Two sizes.</summary>
    public static implicit operator Sizes((int First, int Second) sizes) => new([sizes.First, sizes.Second]);

    /// <summary>Three sizes.</summary>
    public static implicit operator Sizes((int First, int Second, int Third) sizes) => new([sizes.First, sizes.Second, sizes.Third]);

    /// <summary>Four sizes.</summary>
    public static implicit operator Sizes((int First, int Second, int Third, int Fourth) sizes)
        => new([sizes.First, sizes.Second, sizes.Third, sizes.Fourth]);

    /// <summary>Five sizes.</summary>
    public static implicit operator Sizes((int First, int Second, int Third, int Fourth, int Fifth) sizes)
        => new([sizes.First, sizes.Second, sizes.Third, sizes.Fourth, sizes.Fifth]);

    /// <summary>Six sizes.</summary>
    public static implicit operator Sizes((int First, int Second, int Third, int Fourth, int Fifth, int Sixth) sizes)
        => new([sizes.First, sizes.Second, sizes.Third, sizes.Fourth, sizes.Fifth, sizes.Sixth]);

    /// <summary>The sizes of a list.</summary>
    public static implicit operator Sizes(int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return Create(sizes);
    }

    /// <summary>The sizes of a shape.</summary>
    public static implicit operator Sizes(Shape shape) => Create(shape.Dims);

    /// <summary>A shape of these sizes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static implicit operator Shape(Sizes sizes) => Shape.Create(sizes.Items);

    /// <summary>What a shape contract is given: a single size as a number, which stands for every dim.</summary>
    public static implicit operator ScalarValue(Sizes sizes) => sizes.Items.Length == 1 ? sizes.Items[0] : sizes._items;

    /// <inheritdoc/>
    public static implicit operator ScalarValue(Sizes? sizes) => sizes is { } given ? given : default(ScalarValue);

    /// <summary>Whether both have the same sizes.</summary>
    public static bool operator ==(Sizes left, Sizes right) => left.Equals(right);

    /// <summary>Whether the sizes differ.</summary>
    public static bool operator !=(Sizes left, Sizes right) => !left.Equals(right);

    /// <summary>Enumerates the sizes.</summary>
    public ReadOnlySpan<int>.Enumerator GetEnumerator() => Items.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Sizes other) => Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sizes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>As Python prints a tuple: <c>(64,)</c>, <c>(3, 5)</c>.</summary>
    public override string ToString() => Items.Length == 1 ? $"({Items[0]},)" : $"({string.Join(", ", _items ?? [])})";
}
