using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Analyzers;

/// <summary>
/// The modules of one compilation, each lowered and inferred once however many rules and other modules ask for it. A module is lowered
/// only when it, or one that calls it, is analyzed: an edit in the editor costs its own module and what that calls.
/// </summary>
/// <param name="compilation">The program.</param>
/// <param name="lower">Lowers a class of it; null for one that is no module.</param>
internal sealed class ModuleAnalysis(Compilation compilation, Func<INamedTypeSymbol, CancellationToken, LoweringResult?> lower)
{
    private readonly ConcurrentDictionary<string, Lowering> _lowered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LinkedModule> _linked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ModuleContract> _contracts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, InferredModule> _inferred = new(StringComparer.Ordinal);

    public ModuleAnalysis(Compilation compilation)
        : this(compilation, (type, cancellation) => ModuleLowering.Lower(type, compilation, cancellation))
    {
    }

    /// <summary>What lowering, linking and inference find of a class marked <c>[Module]</c>; null where it is none.</summary>
    public AnalyzedModule? Analyze(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (KnownTypes.Find(compilation) is not { } known || Lower(type, cancellation) is not { } lowering)
            return null;
        var module = lowering.Module;
        if (module.Module.IsBroken)
            return new AnalyzedModule(type, known, lowering, null, Bodies(cancellation), null);
        return Infer(type, known, lowering, cancellation);
    }

    /// <summary>What modules compute and hold, as far as that can be read.</summary>
    public IModuleBodies Bodies(CancellationToken cancellation) => new ModuleBodies(this, cancellation);

    private AnalyzedModule Infer(INamedTypeSymbol type, KnownTypes known, LoweringResult lowering, CancellationToken cancellation)
    {
        var bodies = new ModuleBodies(this, cancellation);
        try
        {
            var linked = Link(lowering.Module, cancellation);
            return new AnalyzedModule(type, known, lowering, linked, bodies, bodies.Infer(linked));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The generator, which does the same, failed too and has marked the module.
            return new AnalyzedModule(type, known, lowering, null, bodies, null);
        }
    }

    private LinkedModule Link(LoweredModule module, CancellationToken cancellation)
        => _linked.GetOrAdd(module.Module.Type.MetadataName, _ =>
        {
            var contracts = new ContractTable(Reached(module, cancellation), linked => ModuleInference.Infer(linked).Module, Contract, Keep);
            return Linker.Link(module, contracts.Of(module.Module));
        });

    private ModuleContract? Contract(string type) => _contracts.TryGetValue(type, out var contract) ? contract : null;

    /// <summary>What one module's callees were linked to serves all: each module of a chain is linked once.</summary>
    private void Keep(LinkedModule linked, ModuleContract contract)
    {
        var type = linked.Module.Type.MetadataName;
        _contracts.TryAdd(type, contract);
        _linked.TryAdd(type, linked);
    }

    private LoweringResult? Lower(INamedTypeSymbol type, CancellationToken cancellation)
        => _lowered.GetOrAdd(TypeDeclarations.MetadataName(type), _ => new Lowering()).Get(() => lower(type, cancellation));

    /// <summary>A module of this compilation; null for any other.</summary>
    private LoweringResult? Own(string type, CancellationToken cancellation)
        => compilation.Assembly.GetTypeByMetadataName(type) is { } symbol && KnownTypes.IsMarkedModule(symbol) ? Lower(symbol, cancellation) : null;

    private ModuleContract? Metadata(string type)
        => compilation.GetTypeByMetadataName(type) is { } symbol ? MetadataContracts.Read(symbol, compilation).Contract : null;

    /// <summary>The module and every module of this compilation that it reaches.</summary>
    private List<LoweredModule> Reached(LoweredModule root, CancellationToken cancellation)
    {
        var reached = new List<LoweredModule> { root };
        var seen = new HashSet<string>(StringComparer.Ordinal) { root.Module.Type.MetadataName };
        for (var i = 0; i < reached.Count; i++)
        {
            var callees = ContractTable.Named(reached[i].Module)
                .Where(seen.Add)
                .Select(compilation.Assembly.GetTypeByMetadataName)
                .Select(type => type is null ? null : Lower(type, cancellation)?.Module);
            reached.AddRange(callees.Where(callee => callee is not null).Select(callee => callee!));
        }

        return reached;
    }

    /// <summary>Modules of this compilation by what is lowered, of other assemblies by their contracts.</summary>
    private sealed class ModuleBodies(ModuleAnalysis analysis, CancellationToken cancellation) : IModuleBodies
    {
        private readonly HashSet<string> _running = new(StringComparer.Ordinal);
        private bool _isCircular;

        public LinkedModule? Find(string type)
        {
            if (analysis.Own(type, cancellation) is { } own)
                return own.Module.Module.IsBroken ? null : analysis.Link(own.Module, cancellation);
            return analysis.Metadata(type) is { } contract ? new LinkedModule(contract.Module, EquatableArray<ModuleIr>.Empty, contract.Ops) : null;
        }

        public bool IsOwn(LinkedModule module) => analysis.Own(module.Module.Type.MetadataName, cancellation) is not null;

        public bool IsRefuted(LinkedModule module)
        {
            if (!_running.Contains(module.Module.Type.MetadataName))
                return Infer(module).Findings.Any(finding => finding.Truth == Truth.Refuted);
            _isCircular = true; // A module that holds itself.
            return false;
        }

        /// <summary>What inference finds of a module. Others share it, unless it was found while a module that holds itself was not known yet.</summary>
        public InferredModule Infer(LinkedModule linked)
        {
            var type = linked.Module.Type.MetadataName;
            if (analysis._inferred.TryGetValue(type, out var known))
                return known;
            _running.Add(type);
            var inferred = ModuleInference.Infer(linked, this);
            _running.Remove(type);
            return !_isCircular || _running.Count == 0 ? analysis._inferred.GetOrAdd(type, inferred) : inferred;
        }

        public IReadOnlyList<SizeStatementIr> SizesOf(string type) => analysis.Own(type, cancellation)?.Sizes ?? [];

        public CreationIr? CreationOf(string type, string member, Func<HyperIr, ScalarIr?>? given) => analysis.Own(type, cancellation)?.Creations.Find(member, given);
    }

    /// <summary>One result for all that ask at the same time. Unlike a Lazy it does not keep a cancellation.</summary>
    private sealed class Lowering
    {
        private LoweringResult? _result;
        private bool _isDone;

        public LoweringResult? Get(Func<LoweringResult?> lower)
        {
            lock (this)
            {
                if (!_isDone)
                    _result = lower();
                _isDone = true;
                return _result;
            }
        }
    }
}

/// <param name="Type">The class.</param>
/// <param name="Known">The types of the runtime it uses.</param>
/// <param name="Lowering">Its IR, problems and sites.</param>
/// <param name="Linked">It with small layers inlined; null where it has errors.</param>
/// <param name="Bodies">What the modules compute that it calls.</param>
/// <param name="Inferred">Its shapes, and what is refuted or open; null where it has errors.</param>
internal sealed record AnalyzedModule(
    INamedTypeSymbol Type, KnownTypes Known, LoweringResult Lowering, LinkedModule? Linked, IModuleBodies Bodies, InferredModule? Inferred);
