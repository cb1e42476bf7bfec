namespace NnGen;

/// <summary>
/// Sizes along depth, height and width: of a kernel, a stride, a dilation. Converts from a number, which stands for all, and from
/// a tuple. The default value is 1.
/// </summary>
[Size(1)]
public readonly struct Size3D : IEquatable<Size3D>
{
    // One less than the sizes, so that the default value is 1.
    private readonly int _depth;
    private readonly int _height;
    private readonly int _width;
    private readonly bool _isTuple;

    /// <summary>Different sizes.</summary>
    public Size3D(int depth, int height, int width)
        : this(depth, height, width, isTuple: true)
    {
    }

    private Size3D(int depth, int height, int width, bool isTuple)
        => (_depth, _height, _width, _isTuple) = (depth - 1, height - 1, width - 1, isTuple);

    /// <summary>Size along the depth.</summary>
    public int Depth => _depth + 1;

    /// <summary>Size along the height.</summary>
    public int Height => _height + 1;

    /// <summary>Size along the width.</summary>
    public int Width => _width + 1;

    /// <summary>The same size along all dims.</summary>
    public static implicit operator Size3D(int size) => new(size, size, size, isTuple: false);

    /// <summary>Depth, height and width.</summary>
    public static implicit operator Size3D((int Depth, int Height, int Width) size) => new(size.Depth, size.Height, size.Width);

    /// <summary>Whether both have the same sizes.</summary>
    public static bool operator ==(Size3D left, Size3D right) => left.Equals(right);

    /// <summary>Whether the sizes differ.</summary>
    public static bool operator !=(Size3D left, Size3D right) => !left.Equals(right);

    /// <summary>Takes the sizes apart.</summary>
    public void Deconstruct(out int depth, out int height, out int width) => (depth, height, width) = (Depth, Height, Width);

    /// <inheritdoc/>
    public bool Equals(Size3D other) => _depth == other._depth && _height == other._height && _width == other._width;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Size3D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_depth, _height, _width);

    /// <summary>As it was given: <c>3</c> or <c>(3, 5, 7)</c>.</summary>
    public override string ToString() => _isTuple ? ToTupleString() : $"{Depth}";

    /// <summary>A size of one dim: those in front are 1.</summary>
    internal static Size3D Of(int width) => new(1, 1, width);

    /// <summary>A size of two dims: the one in front is 1.</summary>
    internal static Size3D Of(Size2D size) => new(1, size.Height, size.Width);

    /// <summary>All sizes: <c>(3, 3, 3)</c>.</summary>
    internal string ToTupleString() => $"({Depth}, {Height}, {Width})";
}
