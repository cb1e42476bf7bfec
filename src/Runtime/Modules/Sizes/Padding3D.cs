namespace NnGen;

/// <summary>
/// Padding on both sides of depth, height and width: a number, which stands for all, a tuple, or <see cref="Padding"/>. The
/// default value is none.
/// </summary>
[Size(0)]
public readonly struct Padding3D : IEquatable<Padding3D>
{
    private readonly Padding? _name;
    private readonly bool _isTuple;

    private Padding3D(int depth, int height, int width, bool isTuple, Padding? name)
        => (Depth, Height, Width, _isTuple, _name) = (depth, height, width, isTuple, name);

    /// <summary>Planes in front and behind; 0 for <see cref="Padding.Same"/>, where they follow from the kernel.</summary>
    public int Depth { get; }

    /// <summary>Rows above and below; 0 for <see cref="Padding.Same"/>, where they follow from the kernel.</summary>
    public int Height { get; }

    /// <summary>Columns left and right; 0 for <see cref="Padding.Same"/>, where they follow from the kernel.</summary>
    public int Width { get; }

    /// <summary>Whether the result has the size of the input.</summary>
    public bool IsSame => _name == Padding.Same;

    /// <summary>Whether it is none, and was not given by name.</summary>
    internal bool IsDefault => _name is null && Depth == 0 && Height == 0 && Width == 0;

    /// <summary>As many elements on each side of all dims.</summary>
    public static implicit operator Padding3D(int size) => new(size, size, size, isTuple: false, null);

    /// <summary>Depth, height and width.</summary>
    public static implicit operator Padding3D((int Depth, int Height, int Width) size)
        => new(size.Depth, size.Height, size.Width, isTuple: true, null);

    /// <summary>Padding by what it does.</summary>
    public static implicit operator Padding3D(Padding name) => new(0, 0, 0, isTuple: false, name);

    /// <summary>Whether both pad alike.</summary>
    public static bool operator ==(Padding3D left, Padding3D right) => left.Equals(right);

    /// <summary>Whether they pad differently.</summary>
    public static bool operator !=(Padding3D left, Padding3D right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Padding3D other)
        => Depth == other.Depth && Height == other.Height && Width == other.Width && IsSame == other.IsSame;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Padding3D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Depth, Height, Width, IsSame);

    /// <summary>As it was given: <c>1</c>, <c>(1, 2, 3)</c>, <c>same</c>, <c>valid</c>.</summary>
    public override string ToString() => _name is null && !_isTuple ? $"{Depth}" : ToTupleString();

    /// <summary>Padding of one dim: those in front have none.</summary>
    internal static Padding3D Of(Padding1D padding) => padding.IsSame ? Padding.Same : (0, 0, padding.Width);

    /// <summary>Padding of two dims: the one in front has none.</summary>
    internal static Padding3D Of(Padding2D padding) => padding.IsSame ? Padding.Same : (0, padding.Height, padding.Width);

    /// <summary>All sizes, or the name.</summary>
    internal string ToTupleString() => _name is { } name ? TorchText.Padding(name) : $"({Depth}, {Height}, {Width})";
}
