using System.Collections;
using System.Diagnostics.CodeAnalysis;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>Modules by name, in the order in which they were added: torch.nn.ModuleDict. It computes nothing itself.</summary>
/// <typeparam name="T">Class of the modules.</typeparam>
public class ModuleDict<T> : Module, IReadOnlyDictionary<string, T>
    where T : Module
{
    private readonly NamedItems<T> _modules = new();

    /// <summary>The given modules, in order.</summary>
    public ModuleDict(params (string Name, T Module)[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var (name, module) in modules)
            Add(name, module);
    }

    /// <summary>Number of modules.</summary>
    public int Count => _modules.Names.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Keys => _modules.Names;

    /// <summary>The modules.</summary>
    public IEnumerable<T> Values => _modules.Names.Select(name => _modules[name]);

    /// <summary>A module by its name. Setting one adds or replaces it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such module.</exception>
    public T this[string key]
    {
        get => _modules[key];
        set => _modules[key] = value;
    }

    /// <summary>Adds a module.</summary>
    /// <exception cref="ArgumentException">There is one of that name, or the name contains a dot.</exception>
    public void Add(string name, T module)
    {
        if (ContainsKey(name))
            throw new ArgumentException($"There is a module '{name}' already.", nameof(name));
        _modules[name] = module;
    }

    /// <summary>Takes a module out. False where there is none of that name.</summary>
    public bool Remove(string name) => _modules.Remove(name);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _modules.TryGet(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _modules.TryGet(key, out value);

    /// <summary>Enumerates names and modules.</summary>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
        => _modules.Names.Select(name => KeyValuePair.Create(name, _modules[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        foreach (var name in _modules.Names)
            visitor.Module(name, _modules[name]);
    }
}
