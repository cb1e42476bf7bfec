namespace NnGen;

/// <summary>
/// The size of a result along depth, height and width: a number, which stands for all, or a tuple in which null keeps the input's
/// size. The default value keeps all.
/// </summary>
[Size(int.MinValue)]
public readonly struct OutputSize3D : IEquatable<OutputSize3D>
{
    private readonly bool _isTuple;

    private OutputSize3D(int? depth, int? height, int? width, bool isTuple) => (Depth, Height, Width, _isTuple) = (depth, height, width, isTuple);

    /// <summary>Size along the depth; null: the input's.</summary>
    public int? Depth { get; }

    /// <summary>Size along the height; null: the input's.</summary>
    public int? Height { get; }

    /// <summary>Size along the width; null: the input's.</summary>
    public int? Width { get; }

    /// <summary>The same size along all dims.</summary>
    public static implicit operator OutputSize3D(int size) => new(size, size, size, isTuple: false);

    /// <summary>Depth, height and width.</summary>
    public static implicit operator OutputSize3D((int Depth, int Height, int Width) size)
        => new(size.Depth, size.Height, size.Width, isTuple: true);

    /// <summary>Depth, height and width, null for the input's.</summary>
    public static implicit operator OutputSize3D((int? Depth, int? Height, int? Width) size)
        => new(size.Depth, size.Height, size.Width, isTuple: true);

    /// <summary>Whether both have the same sizes.</summary>
    public static bool operator ==(OutputSize3D left, OutputSize3D right) => left.Equals(right);

    /// <summary>Whether the sizes differ.</summary>
    public static bool operator !=(OutputSize3D left, OutputSize3D right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OutputSize3D other) => Depth == other.Depth && Height == other.Height && Width == other.Width;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OutputSize3D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Depth, Height, Width);

    /// <summary>As it was given: <c>7</c> or <c>(7, None, 5)</c>.</summary>
    public override string ToString()
        => _isTuple || Width is null ? $"({TorchText.Optional(Depth)}, {TorchText.Optional(Height)}, {TorchText.Optional(Width)})" : $"{Width}";
}
