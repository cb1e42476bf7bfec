using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace NnGen;

/// <summary>
/// The state of a module: tensors by key, in order, as <c>torch.nn.Module.state_dict()</c> gives them. Tensors taken from a
/// module share its memory.
/// </summary>
public sealed partial class StateDict : IReadOnlyDictionary<string, TensorBase>
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

    /// <summary>
    /// The versions of the modules' state by their prefix (empty for the module itself), as PyTorch keeps them in <c>_metadata</c>;
    /// a module without one is of a time before versions. Files of safetensors do not hold them.
    /// </summary>
    public Dictionary<string, long> Versions { get; } = new(StringComparer.Ordinal);

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

    /// <summary>The same tensors under other keys, for example those of another implementation of the network.</summary>
    /// <param name="rename">The new key of a key; the key itself where it stays, null where the tensor is left out.</param>
    /// <exception cref="ArgumentException">Two tensors would have the same key.</exception>
    public StateDict Rename(Func<string, string?> rename)
    {
        ArgumentNullException.ThrowIfNull(rename);
        var result = new StateDict();
        foreach (var key in _keys)
        {
            if (rename(key) is not { } renamed)
                continue;
            result.Add(renamed, _tensors[key]);
            if (Versions.TryGetValue(ModuleOf(key), out var version))
                result.Versions[ModuleOf(renamed)] = version;
        }

        return result;
    }

    /// <summary>The same tensors with a prefix before each key: <c>state.WithPrefix("encoder.")</c>.</summary>
    public StateDict WithPrefix(string prefix) => Rename(key => prefix + key);

    /// <summary>The tensors whose keys begin with a prefix, which is taken away: what one part of a model needs.</summary>
    public StateDict WithoutPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Rename(key => key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null);
    }

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

    private static string ModuleOf(string key) => key[..Math.Max(key.LastIndexOf('.'), 0)];
}
