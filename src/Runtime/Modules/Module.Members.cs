namespace NnGen;

public abstract partial class Module
{
    /// <summary>All parameters, each once. The order is PyTorch's: own ones by declaration, then those of each child.</summary>
    /// <param name="recurse">Whether to list those of children too. Default: true.</param>
    public IReadOnlyList<Parameter> Parameters(bool recurse = true)
        => Named("", recurse, members => members.Parameters).ConvertAll(named => named.Member);

    /// <summary>All parameters with their dotted names. A shared one is listed once, under its first name.</summary>
    /// <param name="prefix">What to put in front of every name. Default: nothing.</param>
    /// <param name="recurse">Whether to list those of children too. Default: true.</param>
    public IReadOnlyList<(string Name, Parameter Parameter)> NamedParameters(string prefix = "", bool recurse = true)
        => Named(prefix, recurse, members => members.Parameters);

    /// <summary>All buffers, each once.</summary>
    /// <param name="recurse">Whether to list those of children too. Default: true.</param>
    public IReadOnlyList<TensorBase> Buffers(bool recurse = true)
        => Named("", recurse, BuffersOf).ConvertAll(named => named.Member);

    /// <summary>All buffers with their dotted names, persistent or not. A shared one is listed once, under its first name.</summary>
    /// <param name="prefix">What to put in front of every name. Default: nothing.</param>
    /// <param name="recurse">Whether to list those of children too. Default: true.</param>
    public IReadOnlyList<(string Name, TensorBase Buffer)> NamedBuffers(string prefix = "", bool recurse = true)
        => Named(prefix, recurse, BuffersOf);

    /// <summary>The modules directly below this one, each once.</summary>
    public IReadOnlyList<Module> Children() => DistinctChildren().ConvertAll(named => named.Module);

    /// <summary>The modules directly below this one with their names. A shared one is listed once, under its first name.</summary>
    public IReadOnlyList<(string Name, Module Module)> NamedChildren() => DistinctChildren();

    /// <summary>This module and all below it, parents first, each once.</summary>
    public IReadOnlyList<Module> Modules() => Tree("").ConvertAll(named => named.Module);

    /// <summary>
    /// This module, whose name is empty, and all below it with their dotted names, parents first. A shared one is listed once,
    /// under its first name.
    /// </summary>
    /// <param name="prefix">The name of this module. Default: empty.</param>
    public IReadOnlyList<(string Name, Module Module)> NamedModules(string prefix = "") => Tree(prefix);

    /// <summary>The module of a dotted name, e.g. <c>encoder.layers.0</c>; this module for an empty one.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Module GetSubmodule(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var module = this;
        if (target.Length == 0)
            return module;

        foreach (var key in target.Split('.'))
            module = Find(module, key, MemberLists.Of(module).Children, target);
        return module;
    }

    /// <summary>The parameter of a dotted name, e.g. <c>encoder.layers.0.weight</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Parameter GetParameter(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var module = GetSubmodule(target[..Math.Max(target.LastIndexOf('.'), 0)]);
        return Find(module, target[(target.LastIndexOf('.') + 1)..], MemberLists.Of(module).Parameters, target);
    }

    /// <summary>The buffer of a dotted name, e.g. <c>encoder.norm.running_mean</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public TensorBase GetBuffer(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var module = GetSubmodule(target[..Math.Max(target.LastIndexOf('.'), 0)]);
        return Find(module, target[(target.LastIndexOf('.') + 1)..], BuffersOf(MemberLists.Of(module)), target, "buffer");
    }

    /// <summary>Appends a key to a dotted name.</summary>
    internal static string Join(string prefix, string key) => prefix.Length == 0 ? key : $"{prefix}.{key}";

    private static T Find<T>(Module module, string key, List<(string Key, T Member)> members, string target, string? what = null)
    {
        foreach (var member in members)
        {
            if (member.Key == key)
                return member.Member;
        }

        var keys = members.Count == 0 ? "none" : string.Join(", ", members.ConvertAll(member => $"'{member.Key}'"));
        throw new KeyNotFoundException(
            $"{module.TypeName} has no {what ?? typeof(T).Name.ToLowerInvariant()} '{key}' (looked up by '{target}'); it has {keys}.");
    }

    // Lists are converted without LINQ, here and where files are read: its operators over value types are compiled ahead of time for
    // every combination of types, which makes native programs larger by hundreds of kilobytes.
    private static List<(string Key, TensorBase Member)> BuffersOf(MemberLists members)
        => members.Buffers.ConvertAll(buffer => (buffer.Key, buffer.Buffer));

    private List<(string Name, Module Module)> DistinctChildren()
    {
        var seen = new HashSet<Module>();
        return MemberLists.Of(this).Children.FindAll(child => seen.Add(child.Module));
    }

    private List<(string Name, Module Module)> Tree(string prefix)
    {
        var modules = new List<(string, Module)>();
        AddModules(this, prefix, [], modules);
        return modules;

        static void AddModules(Module module, string name, HashSet<Module> seen, List<(string, Module)> modules)
        {
            if (!seen.Add(module))
                return;
            modules.Add((name, module));
            foreach (var (key, child) in MemberLists.Of(module).Children)
                AddModules(child, Join(name, key), seen, modules);
        }
    }

    private List<(string Name, T Member)> Named<T>(
        string prefix,
        bool recurse,
        Func<MemberLists, List<(string Key, T Member)>> select)
        where T : class
    {
        var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
        var named = new List<(string, T)>();
        foreach (var (name, module) in recurse ? Tree(prefix) : [(prefix, this)])
        {
            foreach (var (key, member) in select(MemberLists.Of(module)))
            {
                if (seen.Add(member))
                    named.Add((Join(name, key), member));
            }
        }

        return named;
    }
}
