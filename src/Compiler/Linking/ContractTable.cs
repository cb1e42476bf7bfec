using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Linking;

/// <summary>The contracts of all modules of a compilation, linked: a module made of one small module is as inlinable as that one.</summary>
internal sealed class ContractTable
{
    private readonly Dictionary<string, ModuleContract> _declared;
    private readonly Dictionary<string, ModuleContract> _finished = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModuleContract> _references;

    /// <param name="declared">What <see cref="Contracts.Declare"/> gives for each module of the compilation.</param>
    /// <param name="references">Contracts of modules of other assemblies.</param>
    public ContractTable(IEnumerable<ModuleContract> declared, IEnumerable<ModuleContract> references)
    {
        _declared = Index(declared);
        _references = Index(references);
    }

    /// <summary>The contracts of the modules that a module holds or calls, by name; those that have none are left out.</summary>
    public EquatableArray<ModuleContract> Of(ModuleIr module)
        => Named(module).OrderBy(name => name, StringComparer.Ordinal).Select(Find).Where(c => c is not null).Select(c => c!).ToEquatableArray();

    private static Dictionary<string, ModuleContract> Index(IEnumerable<ModuleContract> contracts)
    {
        var index = new Dictionary<string, ModuleContract>(StringComparer.Ordinal);
        foreach (var contract in contracts)
            index[contract.Module.Type.MetadataName] = contract;
        return index;
    }

    private static IEnumerable<string> Named(ModuleIr module)
        => module.Members.Where(m => m.Kind == MemberKind.Module).Select(m => m.TypeMetadataName)
            .Concat(module.Methods.SelectMany(m => m.Body?.Statements.OfType<CallIr>() ?? []).Select(call => call.TargetType))
            .Distinct();

    /// <summary>Links what the contract calls first; modules that call each other in a circle are not inlined.</summary>
    private ModuleContract? Find(string name)
    {
        if (_finished.TryGetValue(name, out var finished))
            return finished;
        if (!_declared.TryGetValue(name, out var declared))
            return _references.TryGetValue(name, out var reference) ? reference : null;
        if (!_open.Add(name))
            return Contracts.Finish(declared.Module, EquatableArray<Ops.OpModel>.Empty);
        var linked = Linker.Link(declared.Module, declared.Ops, Of(declared.Module));
        _open.Remove(name);
        return _finished[name] = Contracts.Finish(linked.Module, linked.Ops);
    }
}
