using System.Collections;
using System.Diagnostics.CodeAnalysis;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>Parameters by name, in the order in which they were added: torch.nn.ParameterDict.</summary>
public sealed class ParameterDict : Module, IReadOnlyDictionary<string, Parameter>
{
    private readonly NamedItems<Parameter> _parameters = new();

    /// <summary>The given parameters, in order.</summary>
    public ParameterDict(params (string Name, Parameter Parameter)[] parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var (name, parameter) in parameters)
            Add(name, parameter);
    }

    /// <summary>Number of parameters.</summary>
    public int Count => _parameters.Names.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Keys => _parameters.Names;

    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Values => _parameters.Names.Select(name => _parameters[name]);

    /// <summary>A parameter by its name. Setting one adds or replaces it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public Parameter this[string key]
    {
        get => _parameters[key];
        set => _parameters[key] = value;
    }

    /// <summary>Adds a parameter.</summary>
    /// <exception cref="ArgumentException">There is one of that name, or the name contains a dot.</exception>
    public void Add(string name, Parameter parameter)
    {
        if (ContainsKey(name))
            throw new ArgumentException($"There is a parameter '{name}' already.", nameof(name));
        _parameters[name] = parameter;
    }

    /// <summary>Takes a parameter out. False where there is none of that name.</summary>
    public bool Remove(string name) => _parameters.Remove(name);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _parameters.TryGet(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _parameters.TryGet(key, out value);

    /// <summary>Enumerates names and parameters.</summary>
    public IEnumerator<KeyValuePair<string, Parameter>> GetEnumerator()
        => _parameters.Names.Select(name => KeyValuePair.Create(name, _parameters[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        foreach (var name in _parameters.Names)
            visitor.Parameter(name, _parameters[name]);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => string.Join('\n', _parameters.Names.Select(name => $"  ({name}): Parameter containing: [torch.FloatTensor of size {ParameterList.SizeText(_parameters[name])}]"));
}
