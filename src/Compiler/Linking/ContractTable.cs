using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Linking;

/// <summary>
/// The contracts of modules that call each other, each made when it is first asked for, after those of the modules it calls: a
/// module made of one small module is as inlinable as that one, and the shapes of its results follow from theirs.
/// </summary>
/// <param name="modules">The modules of a compilation.</param>
/// <param name="infer">A linked module with the shapes of its results filled in, as far as they follow.</param>
/// <param name="known">Contracts that another table of the same compilation has made; null for none.</param>
/// <param name="made">Receives what other tables may use: modules that call each other in a circle depend on which was asked for first.</param>
internal sealed class ContractTable(
    IEnumerable<LoweredModule> modules,
    Func<LinkedModule, ModuleIr> infer,
    Func<string, ModuleContract?>? known = null,
    Action<LinkedModule, ModuleContract>? made = null)
{
    private readonly Dictionary<string, LoweredModule> _modules = modules.GroupBy(Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    private readonly Dictionary<string, ModuleContract> _contracts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private bool _isCircular;

    /// <summary>The contracts of all modules, by name.</summary>
    public EquatableArray<ModuleContract> All
        => _modules.Keys.OrderBy(name => name, StringComparer.Ordinal).Select(name => Find(name)!).ToEquatableArray();

    /// <summary>The contracts of the modules that a module holds or calls; those of other assemblies come with the module.</summary>
    public EquatableArray<ModuleContract> Of(ModuleIr module) => Named(module).Select(Find).Where(c => c is not null).Select(c => c!).ToEquatableArray();

    /// <summary>Metadata names of the modules that a module holds or calls, in order.</summary>
    public static IEnumerable<string> Named(ModuleIr module)
        => module.Members.Where(m => m.Kind == MemberKind.Module).Select(m => m.TypeMetadataName)
            .Concat(module.Methods.SelectMany(m => m.Body?.All.OfType<CallIr>() ?? []).Select(call => call.TargetType))
            .Distinct()
            .OrderBy(name => name, StringComparer.Ordinal);

    private static string Name(LoweredModule module) => module.Module.Type.MetadataName;

    /// <summary>Of modules that call each other in a circle, the one asked for first is known without bodies to the others.</summary>
    private ModuleContract? Find(string name)
    {
        if (_contracts.TryGetValue(name, out var contract) || (contract = known?.Invoke(name)) is not null)
            return contract;
        if (!_modules.TryGetValue(name, out var lowered))
            return null;
        if (lowered.Module.IsBroken || !_open.Add(name))
        {
            _isCircular |= !lowered.Module.IsBroken;
            return Contracts.WithoutBodies(lowered.Module);
        }

        var linked = Linker.Link(lowered, Of(lowered.Module));
        _open.Remove(name);
        contract = _contracts[name] = Contracts.Of(infer(linked), linked.Ops);
        if (!_isCircular)
            made?.Invoke(linked, contract);
        return contract;
    }
}
