namespace NnGen;

/// <summary>Padding on both sides of one dim: a number, or <see cref="Padding"/>. The default value is none.</summary>
[Size(0)]
public readonly struct Padding1D : IEquatable<Padding1D>
{
    private readonly Padding? _name;

    private Padding1D(int width, Padding? name) => (Width, _name) = (width, name);

    /// <summary>Elements on each side; 0 for <see cref="Padding.Same"/>, where they follow from the kernel.</summary>
    public int Width { get; }

    /// <summary>Whether the result has the size of the input.</summary>
    public bool IsSame => _name == Padding.Same;

    /// <summary>Whether it is none, and was not given by name.</summary>
    internal bool IsDefault => _name is null && Width == 0;

    /// <summary>As many elements on each side.</summary>
    public static implicit operator Padding1D(int width) => new(width, null);

    /// <summary>Padding by what it does.</summary>
    public static implicit operator Padding1D(Padding name) => new(0, name);

    /// <summary>Whether both pad alike.</summary>
    public static bool operator ==(Padding1D left, Padding1D right) => left.Equals(right);

    /// <summary>Whether they pad differently.</summary>
    public static bool operator !=(Padding1D left, Padding1D right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Padding1D other) => Width == other.Width && IsSame == other.IsSame;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Padding1D other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Width, IsSame);

    /// <summary>For example <c>(2,)</c>; <c>same</c>, <c>valid</c>.</summary>
    public override string ToString() => _name is { } name ? TorchText.Padding(name) : $"({Width},)";
}
