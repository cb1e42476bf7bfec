using NnGen.CompilerServices;

namespace NnGen;

/// <summary>The parameters of one module that are computed from others, by key.</summary>
internal sealed class ModuleParametrizations
{
    private readonly List<(string Key, Parameter Parameter)> _hooks = [];
    private readonly List<(string Key, Parameter Parameter)> _listed = [];
    private readonly ModuleDict<ParametrizationList> _lists = new();

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _hooks.Count == 0 && _listed.Count == 0;

    /// <summary>Whether any parameter is computed by what <see cref="Parametrize"/> registered.</summary>
    public bool HasLists => _listed.Count > 0;

    /// <summary>The parameter of a key; null where it is not computed.</summary>
    public Parameter? Find(string key) => _hooks.Concat(_listed).FirstOrDefault(member => member.Key == key).Parameter;

    /// <summary>Lets a parameter be computed from now on.</summary>
    public void Add(string key, Parameter parameter, ParametrizationList list)
    {
        parameter.Parametrization = list;
        if (list.IsHook)
        {
            _hooks.Add((key, parameter));
            return;
        }

        _listed.Add((key, parameter));
        _lists.Add(key, list);
    }

    /// <summary>Lets a parameter hold values of its own again.</summary>
    public void Remove(string key)
    {
        _hooks.RemoveAll(member => member.Key == key);
        _listed.RemoveAll(member => member.Key == key);
        _lists.Remove(key);
    }

    /// <summary>Shows the originals: those of hooks among the module's own parameters, the others below a child.</summary>
    public void Visit(MemberVisitor visitor)
    {
        foreach (var (key, parameter) in _hooks)
            parameter.Parametrization!.VisitAsHook(visitor, key);
        if (_lists.Count > 0)
            visitor.Module("parametrizations", _lists);
    }
}
