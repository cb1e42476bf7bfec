using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Ops;

namespace NnGen.Analyzers;

/// <summary>
/// The modules of one compilation, each lowered once however many rules and other modules ask for it. A module is lowered
/// only when it, or one that calls it, is analyzed: an edit in the editor costs its own module and what that calls.
/// </summary>
/// <param name="compilation">The program.</param>
/// <param name="lower">Lowers a class of it; null for one that is no module.</param>
internal sealed class ModuleAnalysis(Compilation compilation, Func<INamedTypeSymbol, CancellationToken, LoweringResult?> lower)
{
    private readonly ConcurrentDictionary<string, Lowering> _lowered = new(StringComparer.Ordinal);

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
            return new AnalyzedModule(type, known, lowering, []);
        return new AnalyzedModule(type, known, lowering, Infer(module, cancellation));
    }

    private IReadOnlyList<ShapeFinding> Infer(LoweredModule module, CancellationToken cancellation)
    {
        try
        {
            var contracts = new ContractTable(Reached(module, cancellation), linked => ModuleInference.Infer(linked).Module);
            return ModuleInference.Infer(Linker.Link(module, contracts.Of(module.Module))).Findings;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The generator, which does the same, failed too and has marked the module.
            return [];
        }
    }

    private LoweringResult? Lower(INamedTypeSymbol type, CancellationToken cancellation)
        => _lowered.GetOrAdd(TypeDeclarations.MetadataName(type), _ => new Lowering()).Get(() => lower(type, cancellation));

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
/// <param name="Findings">What inference proved or refuted of its shapes.</param>
internal sealed record AnalyzedModule(INamedTypeSymbol Type, KnownTypes Known, LoweringResult Lowering, IReadOnlyList<ShapeFinding> Findings);
