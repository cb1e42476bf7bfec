using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace NnGen;

/// <summary>
/// The state of a module: tensors by key, in order, as <c>torch.nn.Module.state_dict()</c> gives them. Tensors taken from a
/// module share its memory.
/// </summary>
public sealed class StateDict : IReadOnlyDictionary<string, TensorBase>
{
    private readonly Dictionary<string, TensorBase> _tensors = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    /// <summary>Number of tensors.</summary>
    public int Count => _keys.Count;

    /// <summary>The keys, in order.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>The tensors, in the order of their keys.</summary>
    public IEnumerable<TensorBase> Values => _keys.Select(key => _tensors[key]);

    IEnumerable<string> IReadOnlyDictionary<string, TensorBase>.Keys => _keys;

    /// <summary>The tensor of a key. Setting a new key appends it; setting a known one keeps its place.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key to be read.</exception>
    public TensorBase this[string key]
    {
        get => _tensors.TryGetValue(key, out var tensor)
            ? tensor
            : throw new KeyNotFoundException($"The state dict has no key '{key}'.");
        set
        {
            ArgumentNullException.ThrowIfNull(key);
            ArgumentNullException.ThrowIfNull(value);
            if (!_tensors.ContainsKey(key))
                _keys.Add(key);
            _tensors[key] = value;
        }
    }

    /// <summary>Appends a tensor.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(string key, TensorBase tensor)
    {
        if (ContainsKey(key))
            throw new ArgumentException($"The state dict has a key '{key}' already.", nameof(key));
        this[key] = tensor;
    }

    /// <summary>Removes a key.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string key) => _tensors.Remove(key) && _keys.Remove(key);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _tensors.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TensorBase value) => _tensors.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, TensorBase>> GetEnumerator()
    {
        foreach (var key in _keys)
            yield return new KeyValuePair<string, TensorBase>(key, _tensors[key]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
