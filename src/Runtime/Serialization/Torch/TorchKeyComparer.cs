namespace NnGen.Serialization;

/// <summary>Compares keys of dicts with hashes that nobody can foresee, so that no file can make them collide.</summary>
internal sealed class TorchKeyComparer : IEqualityComparer<object>
{
    /// <summary>The one instance.</summary>
    public static TorchKeyComparer Instance { get; } = new();

    /// <inheritdoc/>
    public new bool Equals(object? x, object? y) => object.Equals(x, y);

    /// <inheritdoc/>
    public int GetHashCode(object key) => HashCode.Combine(key);
}
