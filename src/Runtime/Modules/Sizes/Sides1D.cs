namespace NnGen;

/// <summary>Padding of both sides of the last dim: (left, right), or a number for every side. Negative numbers take away.</summary>
[Size(0)]
public readonly struct Sides1D : IEquatable<Sides1D>
{
    private Sides1D(int left, int right) => (Left, Right) = (left, right);

    /// <summary>Elements in front of the last dim; negative: so many are taken away.</summary>
    public int Left { get; }

    /// <summary>Elements behind the last dim; negative: so many are taken away.</summary>
    public int Right { get; }

    /// <summary>As much on every side.</summary>
    public static implicit operator Sides1D(int size) => new(size, size);

    /// <summary>Each side.</summary>
    public static implicit operator Sides1D((int Left, int Right) sides)
        => new(sides.Left, sides.Right);

    /// <summary>Whether both pad alike.</summary>
    public static bool operator ==(Sides1D left, Sides1D right) => left.Equals(right);

    /// <summary>Whether they pad differently.</summary>
    public static bool operator !=(Sides1D left, Sides1D right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Sides1D other)
        => Left == other.Left && Right == other.Right;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sides1D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Left, Right);

    /// <summary>All sides: <c>(1, 2)</c>.</summary>
    public override string ToString() => $"({Left}, {Right})";

    /// <summary>The sides as a list, the last dim's first.</summary>
    internal int[] ToArray() => [Left, Right];
}
