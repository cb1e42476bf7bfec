using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Headers;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Planning;
using NnGen.Generator.Emission;

namespace NnGen.Generator;

/// <summary>What each step of <see cref="ModuleGenerator"/> does. No step throws: a module on which one fails is replaced by its headers, which say so.</summary>
internal static class ModuleSteps
{
    /// <summary>The headers of a class; null for a part of a class whose attribute stands on another part.</summary>
    public static ModuleHeaders? Headers(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
        => context.TargetSymbol is INamedTypeSymbol type && context.Attributes[0].ApplicationSyntaxReference is { } reference
            && reference.Equals(KnownTypes.Attribute(type, KnownTypes.ModuleAttribute)?.ApplicationSyntaxReference)
            ? ProgramHeaders.OfModule(type, cancellation)
            : null;

    public static Compilation Complete(Compilation compilation, ImmutableArray<ModuleHeaders> modules, ImmutableArray<string?> ops, CancellationToken cancellation)
        => ProgramHeaders.Complete(compilation, modules.SelectMany(m => m.Texts).Concat(ops.Where(op => op is not null).Select(op => op!)), cancellation);

    public static LoweredClass Lower(ModuleHeaders headers, Compilation program, CancellationToken cancellation)
    {
        var type = headers.Texts.Count == 0 ? null : program.Assembly.GetTypeByMetadataName(headers.Type.MetadataName);
        return type is null || ModuleLowering.Lower(type, program, cancellation) is not { } lowering
            ? new LoweredClass(headers, null)
            : new LoweredClass(headers, lowering.Module, lowering.Error);
    }

    /// <summary>A module on which this fails is known to the others without bodies; its own steps fail again and say so.</summary>
    public static EquatableArray<ModuleContract> Contracts(ImmutableArray<LoweredClass> classes)
    {
        var modules = classes.Where(c => c.Module is not null).Select(c => c.Module!).ToList();
        return Try(() => new ContractTable(modules, linked => ModuleInference.Infer(linked).Module).All) is { Value: { } contracts }
            ? contracts
            : modules.Select(m => Compiler.Linking.Contracts.WithoutBodies(m.Module)).ToEquatableArray();
    }

    /// <summary>A module with the contracts that it names: a change of any other contract does not reach it.</summary>
    public static LinkableClass Callees(LoweredClass lowered, EquatableArray<ModuleContract> contracts)
    {
        var named = lowered.Module is { } module ? new HashSet<string>(ContractTable.Named(module.Module)) : [];
        return new LinkableClass(lowered, contracts.Where(c => named.Contains(c.Module.Type.MetadataName)).ToEquatableArray());
    }

    public static LinkedClass Link(LinkableClass source)
        => new(
            source.Lowered.Headers,
            source.Lowered.Module is { Module.IsBroken: false } module ? Try(() => Linker.Link(module, source.Contracts)) : new Attempt<LinkedModule>(null, source.Lowered.Error));

    public static PlannedClass Plan(LinkedClass source)
        => new(source.Headers, source.Module is { Value: { } module } ? Try(() => Plan(module)) : new Attempt<ModulePlan>(null, source.Module.Error));

    /// <summary>The generated file; for a module that was not compiled its headers, so that other code still binds.</summary>
    public static ImmutableArray<GeneratedFile> Emit(PlannedClass source)
    {
        var text = source.Plan is { Value: { } plan } ? Try(() => ModuleWriter.Write(plan)) : new Attempt<string>(null, source.Plan.Error);
        return text.Value is { } file ? [new GeneratedFile(CodeWriter.HintName(source.Headers.Type), file)] : [.. StubWriter.Write(source.Headers, text.Error)];
    }

    private static ModulePlan Plan(LinkedModule linked)
    {
        var inferred = ModuleInference.Infer(linked);
        var contract = linked.Module.Type.IsPublic ? IrCodec.Write(Compiler.Linking.Contracts.Of(inferred.Module, linked.Ops).Module) : null;
        return ModulePlanner.Plan(linked, inferred, contract);
    }

    private static Attempt<T> Try<T>(Func<T> step)
    {
        try
        {
            return new Attempt<T>(step(), null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new Attempt<T>(default, error.GetType().Name + ": " + error.Message);
        }
    }
}
