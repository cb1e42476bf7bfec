using System.Collections;

namespace NnGen;

/// <summary>A Python tuple of a <c>.pth</c> file.</summary>
/// <param name="items">The items, of the types that <see cref="TorchDict"/> names.</param>
public sealed class TorchTuple(params object?[] items) : IReadOnlyList<object?>
{
    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public object? this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => ((IEnumerable<object?>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Replaces an item while a file is being read.</summary>
    internal void Set(int index, object? value) => items[index] = value;
}
