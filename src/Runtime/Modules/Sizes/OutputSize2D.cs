namespace NnGen;

/// <summary>
/// The size of a result along height and width: a number, which stands for both, or a tuple in which null keeps the input's
/// size. The default value keeps both.
/// </summary>
[Size(int.MinValue)]
public readonly struct OutputSize2D : IEquatable<OutputSize2D>
{
    private readonly bool _isPair;

    private OutputSize2D(int? height, int? width, bool isPair) => (Height, Width, _isPair) = (height, width, isPair);

    /// <summary>Size along the height; null: the input's.</summary>
    public int? Height { get; }

    /// <summary>Size along the width; null: the input's.</summary>
    public int? Width { get; }

    /// <summary>The same size along both.</summary>
    public static implicit operator OutputSize2D(int size) => new(size, size, isPair: false);

    /// <summary>Height and width.</summary>
    public static implicit operator OutputSize2D((int Height, int Width) size) => new(size.Height, size.Width, isPair: true);

    /// <summary>Height and width, null for the input's.</summary>
    public static implicit operator OutputSize2D((int? Height, int? Width) size) => new(size.Height, size.Width, isPair: true);

    /// <summary>Whether both have the same sizes.</summary>
    public static bool operator ==(OutputSize2D left, OutputSize2D right) => left.Equals(right);

    /// <summary>Whether the sizes differ.</summary>
    public static bool operator !=(OutputSize2D left, OutputSize2D right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OutputSize2D other) => Height == other.Height && Width == other.Width;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OutputSize2D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Height, Width);

    /// <summary>As it was given: <c>7</c> or <c>(7, None)</c>.</summary>
    public override string ToString()
        => _isPair || Height is null ? $"({TorchText.Optional(Height)}, {TorchText.Optional(Width)})" : $"{Height}";
}
