using System.Diagnostics.CodeAnalysis;

namespace NnGen;

/// <summary>Items by name in the order in which they were added; replacing one leaves its place.</summary>
internal sealed class NamedItems<T>
    where T : class
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, T> _items = [];

    public IReadOnlyList<string> Names => _names;

    public T this[string name]
    {
        get => _items.TryGetValue(name, out var item) ? item : throw new KeyNotFoundException($"There is no '{name}'. There are: {string.Join(", ", _names)}.");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (!_items.ContainsKey(name))
                _names.Add(Checked(name));
            _items[name] = value;
        }
    }

    public bool TryGet(string name, [MaybeNullWhen(false)] out T item) => _items.TryGetValue(name, out item);

    public bool Remove(string name) => _items.Remove(name) && _names.Remove(name);

    /// <summary>A name that a key of the state dict can be made of.</summary>
    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.Contains('.', StringComparison.Ordinal)
            ? throw new ArgumentException($"'{name}' cannot be a name: it contains a dot, which separates names in the keys of the state dict.", nameof(name))
            : name;
    }
}
