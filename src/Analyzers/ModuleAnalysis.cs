using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Planning;

namespace NnGen.Analyzers;

/// <summary>
/// The modules of one compilation, each lowered once however many rules and other modules ask for it. A module is lowered
/// only when it, or one that calls it, is analyzed: an edit in the editor costs its own module and what that calls.
/// </summary>
internal sealed class ModuleAnalysis(Compilation compilation)
{
    private readonly ConcurrentDictionary<string, LoweringResult?> _lowered = new(StringComparer.Ordinal);

    /// <summary>What lowering, linking and inference find of a class marked <c>[Module]</c>; null where it is none.</summary>
    public AnalyzedModule? Analyze(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (Lower(type, cancellation) is not { } lowering)
            return null;
        if (lowering.Module.Module.IsBroken)
            return new AnalyzedModule(type, lowering, []);
        var contracts = Contracts(lowering.Module, cancellation).Of(lowering.Module.Module);
        var linked = Linker.Link(lowering.Module, contracts);
        return new AnalyzedModule(type, lowering, ModuleInference.Infer(linked).Findings);
    }

    private LoweringResult? Lower(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var name = Compiler.Ops.TypeDeclarations.MetadataName(type);
        if (!_lowered.TryGetValue(name, out var result))
            result = _lowered.GetOrAdd(name, ModuleLowering.Lower(type, compilation, cancellation));
        return result;
    }

    /// <summary>Contracts of everything that the module reaches: of this compilation by lowering it, of others as written.</summary>
    private ContractTable Contracts(LoweredModule root, CancellationToken cancellation)
    {
        var declared = new List<ModuleContract>();
        var references = new List<ModuleContract>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { root.Module.Type.MetadataName };
        var pending = new Stack<LoweredModule>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            var module = pending.Pop();
            declared.Add(Compiler.Linking.Contracts.Declare(module));
            references.AddRange(module.References);
            foreach (var name in ContractTable.Named(module.Module).Where(seen.Add))
            {
                if (compilation.Assembly.GetTypeByMetadataName(name) is { } type && Lower(type, cancellation) is { } callee)
                    pending.Push(callee.Module);
            }
        }

        return new ContractTable(declared, references);
    }
}

/// <param name="Type">The class.</param>
/// <param name="Lowering">Its IR, problems and sites.</param>
/// <param name="Findings">What inference proved or refuted of its shapes.</param>
internal sealed record AnalyzedModule(INamedTypeSymbol Type, LoweringResult Lowering, IReadOnlyList<ShapeFinding> Findings);
