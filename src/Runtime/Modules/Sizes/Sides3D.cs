namespace NnGen;

/// <summary>Padding of the sides of the last three dims: (left, right, top, bottom, front, back), or a number for every side. Negative numbers take away.</summary>
[Size(0)]
public readonly struct Sides3D : IEquatable<Sides3D>
{
    private Sides3D(int left, int right, int top, int bottom, int front, int back) => (Left, Right, Top, Bottom, Front, Back) = (left, right, top, bottom, front, back);

    /// <summary>Elements in front of the last dim; negative: so many are taken away.</summary>
    public int Left { get; }

    /// <summary>Elements behind the last dim; negative: so many are taken away.</summary>
    public int Right { get; }

    /// <summary>Rows in front of the last dim but one; negative: so many are taken away.</summary>
    public int Top { get; }

    /// <summary>Rows behind the last dim but one; negative: so many are taken away.</summary>
    public int Bottom { get; }

    /// <summary>Planes in front of the last dim but two; negative: so many are taken away.</summary>
    public int Front { get; }

    /// <summary>Planes behind the last dim but two; negative: so many are taken away.</summary>
    public int Back { get; }

    /// <summary>As much on every side.</summary>
    public static implicit operator Sides3D(int size) => new(size, size, size, size, size, size);

    /// <summary>Each side.</summary>
    public static implicit operator Sides3D((int Left, int Right, int Top, int Bottom, int Front, int Back) sides)
        => new(sides.Left, sides.Right, sides.Top, sides.Bottom, sides.Front, sides.Back);

    /// <summary>Whether both pad alike.</summary>
    public static bool operator ==(Sides3D left, Sides3D right) => left.Equals(right);

    /// <summary>Whether they pad differently.</summary>
    public static bool operator !=(Sides3D left, Sides3D right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Sides3D other)
        => Left == other.Left && Right == other.Right && Top == other.Top && Bottom == other.Bottom && Front == other.Front && Back == other.Back;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sides3D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Left, Right, Top, Bottom, Front, Back);

    /// <summary>All sides: <c>(1, 2, 3, 4, 5, 6)</c>.</summary>
    public override string ToString() => $"({Left}, {Right}, {Top}, {Bottom}, {Front}, {Back})";

    /// <summary>The sides as a list, the last dim's first.</summary>
    internal int[] ToArray() => [Left, Right, Top, Bottom, Front, Back];
}
