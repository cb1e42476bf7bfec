namespace NnGen;

/// <summary>Padding of the sides of the last two dims: (left, right, top, bottom), or a number for every side. Negative numbers take away.</summary>
[Size(0)]
public readonly struct Sides2D : IEquatable<Sides2D>
{
    private Sides2D(int left, int right, int top, int bottom) => (Left, Right, Top, Bottom) = (left, right, top, bottom);

    /// <summary>Elements in front of the last dim; negative: so many are taken away.</summary>
    public int Left { get; }

    /// <summary>Elements behind the last dim; negative: so many are taken away.</summary>
    public int Right { get; }

    /// <summary>Rows in front of the last dim but one; negative: so many are taken away.</summary>
    public int Top { get; }

    /// <summary>Rows behind the last dim but one; negative: so many are taken away.</summary>
    public int Bottom { get; }

    /// <summary>As much on every side.</summary>
    public static implicit operator Sides2D(int size) => new(size, size, size, size);

    /// <summary>Each side.</summary>
    public static implicit operator Sides2D((int Left, int Right, int Top, int Bottom) sides)
        => new(sides.Left, sides.Right, sides.Top, sides.Bottom);

    /// <summary>Whether both pad alike.</summary>
    public static bool operator ==(Sides2D left, Sides2D right) => left.Equals(right);

    /// <summary>Whether they pad differently.</summary>
    public static bool operator !=(Sides2D left, Sides2D right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Sides2D other)
        => Left == other.Left && Right == other.Right && Top == other.Top && Bottom == other.Bottom;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sides2D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Left, Right, Top, Bottom);

    /// <summary>All sides: <c>(1, 2, 3, 4)</c>.</summary>
    public override string ToString() => $"({Left}, {Right}, {Top}, {Bottom})";

    /// <summary>The sides as a list, the last dim's first.</summary>
    internal int[] ToArray() => [Left, Right, Top, Bottom];
}
