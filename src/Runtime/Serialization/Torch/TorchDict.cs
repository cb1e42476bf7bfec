using System.Collections;
using System.Diagnostics.CodeAnalysis;
using NnGen.Serialization;

namespace NnGen;

/// <summary>
/// A Python dict of a <c>.pth</c> file, in order. Keys are strings, integers (long) or booleans. Values are null, bool, long, double,
/// string, byte[], <see cref="TensorBase"/>, <see cref="DType"/>, <see cref="TorchTuple"/>, lists (<see cref="List{T}"/> of object)
/// and dicts of these; int and float become long and double. On writing, any sequence is a list and a <see cref="StateDict"/> a dict.
/// </summary>
public sealed class TorchDict : IReadOnlyDictionary<object, object?>
{
    private readonly List<object> _keys = [];
    private Dictionary<object, object?>? _values;

    /// <summary>Number of entries.</summary>
    public int Count => _keys.Count;

    /// <inheritdoc/>
    public IEnumerable<object> Keys => _keys;

    /// <inheritdoc/>
    public IEnumerable<object?> Values => _keys.Select(key => _values![key]);

    /// <summary>What PyTorch attaches to a state dict: the versions of modules by their prefix.</summary>
    internal Dictionary<string, long> Versions { get; } = [];

    /// <summary>The value of a key. Setting a new key appends it; setting a known one keeps its place.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key to be read.</exception>
    public object? this[object key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no key '{key}' among {Describe()}.");
        set
        {
            ArgumentNullException.ThrowIfNull(key);
            var normal = key is int number ? (long)number : key;
            _values ??= new Dictionary<object, object?>(TorchKeyComparer.Instance);
            if (!_values.ContainsKey(normal))
                _keys.Add(normal);
            _values[normal] = value switch
            {
                int integer => (long)integer,
                float real => (double)real,
                _ => value,
            };
        }
    }

    /// <inheritdoc/>
    public bool ContainsKey(object key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(object key, [MaybeNullWhen(false)] out object? value)
    {
        value = null;
        return _values is not null && _values.TryGetValue(key is int number ? (long)number : key, out value);
    }

    /// <summary>The value of a key, of the type that is expected.</summary>
    /// <exception cref="CheckpointException">There is no such key, or its value is of another type.</exception>
    public T Get<T>(object key)
    {
        if (!TryGetValue(key, out var value))
            throw new CheckpointException($"There is no key '{key}' among {Describe()}.");
        return value is T typed
            ? typed
            : throw new CheckpointException($"The value of '{key}' is {TypeName(value)}: expected {typeof(T).Name}.");
    }

    /// <summary>The tensors as a state dict.</summary>
    /// <exception cref="CheckpointException">A key is no string, or a value is no tensor.</exception>
    public StateDict ToStateDict()
    {
        var state = new StateDict();
        foreach (var (key, value) in this)
        {
            state[key as string ?? throw new CheckpointException($"The key {key} is {TypeName(key)}: the name of a tensor was expected.")]
                = value as TensorBase ?? throw new CheckpointException($"The value of '{key}' is {TypeName(value)}: a tensor was expected.");
        }

        foreach (var (prefix, version) in Versions)
            state.Versions[prefix] = version;
        return state;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<object, object?>> GetEnumerator()
    {
        foreach (var key in _keys)
            yield return new KeyValuePair<object, object?>(key, _values![key]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Appends an entry.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(object key, object? value)
    {
        if (ContainsKey(key))
            throw new ArgumentException($"There is a key '{key}' already.", nameof(key));
        this[key] = value;
    }

    /// <summary>The keys, for messages.</summary>
    internal string Describe() => $"[{string.Join(", ", _keys.Take(20).Select(key => $"'{key}'"))}{(_keys.Count > 20 ? ", ..." : "")}]";

    /// <summary>The Python type of a value, for messages.</summary>
    internal static string TypeName(object? value) => value switch
    {
        null => "None",
        bool => "a bool",
        long => "an int",
        double => "a float",
        string => "a str",
        byte[] => "bytes",
        TensorBase or StoredTensor => "a tensor",
        TorchTuple => "a tuple",
        TorchDict => "a dict",
        DType => "a dtype",
        _ => "a list",
    };
}
