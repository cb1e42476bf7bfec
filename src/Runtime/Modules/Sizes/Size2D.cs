namespace NnGen;

/// <summary>
/// Sizes along height and width: of a kernel, a stride, a dilation. Converts from a number, which stands for both, and from a
/// tuple. The default value is 1.
/// </summary>
[Size(1)]
public readonly struct Size2D : IEquatable<Size2D>
{
    // One less than the sizes, so that the default value is 1.
    private readonly int _height;
    private readonly int _width;
    private readonly bool _isPair;

    /// <summary>Different sizes.</summary>
    public Size2D(int height, int width)
        : this(height, width, isPair: true)
    {
    }

    private Size2D(int height, int width, bool isPair) => (_height, _width, _isPair) = (height - 1, width - 1, isPair);

    /// <summary>Size along the height.</summary>
    public int Height => _height + 1;

    /// <summary>Size along the width.</summary>
    public int Width => _width + 1;

    /// <summary>The same size along both.</summary>
    public static implicit operator Size2D(int size) => new(size, size, isPair: false);

    /// <summary>Height and width.</summary>
    public static implicit operator Size2D((int Height, int Width) size) => new(size.Height, size.Width);

    /// <summary>Whether both have the same sizes.</summary>
    public static bool operator ==(Size2D left, Size2D right) => left.Equals(right);

    /// <summary>Whether the sizes differ.</summary>
    public static bool operator !=(Size2D left, Size2D right) => !left.Equals(right);

    /// <summary>Takes the sizes apart.</summary>
    public void Deconstruct(out int height, out int width) => (height, width) = (Height, Width);

    /// <inheritdoc/>
    public bool Equals(Size2D other) => _height == other._height && _width == other._width;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Size2D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_height, _width);

    /// <summary>As it was given: <c>3</c> or <c>(3, 5)</c>.</summary>
    public override string ToString() => _isPair ? ToPairString() : $"{Height}";

    /// <summary>Both sizes: <c>(3, 3)</c>.</summary>
    internal string ToPairString() => $"({Height}, {Width})";
}
