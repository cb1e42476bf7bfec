namespace NnGen;

/// <summary>
/// Padding on both sides of height and width: a number, which stands for both, a tuple, or <see cref="Padding"/>. The default
/// value is none.
/// </summary>
[Size(0)]
public readonly struct Padding2D : IEquatable<Padding2D>
{
    private readonly Padding? _name;
    private readonly bool _isPair;

    private Padding2D(int height, int width, bool isPair, Padding? name)
        => (Height, Width, _isPair, _name) = (height, width, isPair, name);

    /// <summary>Rows above and below; 0 for <see cref="Padding.Same"/>, where they follow from the kernel.</summary>
    public int Height { get; }

    /// <summary>Columns left and right; 0 for <see cref="Padding.Same"/>, where they follow from the kernel.</summary>
    public int Width { get; }

    /// <summary>Whether the result has the size of the input.</summary>
    public bool IsSame => _name == Padding.Same;

    /// <summary>Whether it is none, and was not given by name.</summary>
    internal bool IsDefault => _name is null && Height == 0 && Width == 0;

    /// <summary>As many elements on each side of both dims.</summary>
    public static implicit operator Padding2D(int size) => new(size, size, isPair: false, null);

    /// <summary>Height and width.</summary>
    public static implicit operator Padding2D((int Height, int Width) size) => new(size.Height, size.Width, isPair: true, null);

    /// <summary>Padding by what it does.</summary>
    public static implicit operator Padding2D(Padding name) => new(0, 0, isPair: false, name);

    /// <summary>Whether both pad alike.</summary>
    public static bool operator ==(Padding2D left, Padding2D right) => left.Equals(right);

    /// <summary>Whether they pad differently.</summary>
    public static bool operator !=(Padding2D left, Padding2D right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Padding2D other) => Height == other.Height && Width == other.Width && IsSame == other.IsSame;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Padding2D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Height, Width, IsSame);

    /// <summary>As it was given: <c>1</c>, <c>(1, 2)</c>, <c>same</c>, <c>valid</c>.</summary>
    public override string ToString() => _name is null && !_isPair ? $"{Height}" : ToPairString();

    /// <summary>Both sizes, or the name.</summary>
    internal string ToPairString() => _name is { } name ? TorchText.Padding(name) : $"({Height}, {Width})";
}
