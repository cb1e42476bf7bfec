namespace NnGen;

/// <summary>A module's part of a state that is about to be loaded: its version, and what to call its keys.</summary>
public sealed class StateUpgrade
{
    private readonly StateKeys _keys;
    private readonly string _prefix;

    internal StateUpgrade(StateKeys keys, string prefix, long? version)
    {
        _keys = keys;
        _prefix = prefix;
        Version = version;
    }

    /// <summary>The version of the module that gave the state; null where the state does not say, as old ones and safetensors do not.</summary>
    public long? Version { get; }

    /// <summary>Whether the state has a key, given as this module names it.</summary>
    public bool Contains(string key) => _keys.SourceOf(Module.Join(_prefix, key)) is not null;

    /// <summary>Has the tensor that the state keeps under <paramref name="from"/> loaded as <paramref name="to"/>.</summary>
    /// <exception cref="ArgumentException">The state does not have the one, or has the other already.</exception>
    public void Rename(string from, string to) => _keys.Rename(Module.Join(_prefix, from), Module.Join(_prefix, to));

    /// <summary>Lets a key be missing: the tensor then stays as it is.</summary>
    public void MayMiss(string key) => _keys.MayMiss(Module.Join(_prefix, key));
}

/// <summary>The keys of a state as the module that is loaded names them.</summary>
internal sealed class StateKeys
{
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly List<string> _all;
    private readonly HashSet<string> _optional = new(StringComparer.Ordinal);

    public StateKeys(IEnumerable<string> keys)
    {
        _all = [.. keys];
        foreach (var key in _all)
            _sources.Add(key, key);
    }

    /// <summary>The keys, in the state's order.</summary>
    public IReadOnlyList<string> All => _all;

    /// <summary>What the state itself calls a key; null where it does not have it.</summary>
    public string? SourceOf(string key) => _sources.GetValueOrDefault(key);

    public bool IsOptional(string key) => _optional.Contains(key);

    public void MayMiss(string key) => _optional.Add(key);

    public void Rename(string from, string to)
    {
        if (!_sources.TryGetValue(from, out var source) || !_sources.TryAdd(to, source))
            throw new ArgumentException($"The state cannot have '{from}' renamed to '{to}': it lacks the first or has the second.");
        _sources.Remove(from);
        _all[_all.IndexOf(from)] = to;
    }
}
