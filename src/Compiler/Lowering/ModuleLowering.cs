using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>A class marked <c>[Module]</c> to IR. The one entry for generator and analyzers.</summary>
internal static class ModuleLowering
{
    /// <summary>Lowers a class that belongs to a complete program: the generated half is there, as headers or in full.</summary>
    /// <param name="type">The class, a symbol of <paramref name="compilation"/>.</param>
    /// <param name="compilation">The program.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LoweringResult? Lower(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (KnownTypes.Find(compilation) is not { } known)
            return null;
        cancellation.ThrowIfCancellationRequested();
        if (LoweringCache.Find(type, compilation) is { } earlier)
            return earlier;
        var context = new LoweringContext(type, compilation, known, cancellation);
        try
        {
            var result = Lower(context);
            if (result.Creations.Complete(result.Module.Module.Members) is not { } creations)
                return result;
            result = result with { Creations = creations };
            LoweringCache.Add(type, compilation, result, context.Files);
            return result;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A mistake of this compiler costs the module and says so; it must not stop the user's build from telling more.
            var text = error.GetType().Name + ": " + error.Message;
            context.Report(RulesUsage.InternalError, type.Locations[0], type.Name, text);
            var none = new ModuleIr(TypeDeclarations.Of(type), null, default, default, default, default, IsBroken: true);
            return new LoweringResult(new LoweredModule(none, default, default), context.Problems, context.Sites, CreationTable.Empty, [], text);
        }
    }

    private static LoweringResult Lower(LoweringContext context)
    {
        var type = context.Type;
        CheckDeclaration(context);
        var members = new MemberLowering(context);
        var methods = MethodSignature.Compiled(context.Known, type).ToList();
        if (methods.Count == 0 && !type.IsAbstract)
            context.Report(RulesDeclaration.NoForward, type.Locations[0], type.Name);
        InheritanceChecks.Check(context);
        EndlessConstruction.Check(context);
        var bodies = methods.SelectMany(m => MethodLowering.Lower(m, context, members)).OrderBy(m => m.Variant is null ? 0 : 1);
        var module = new ModuleIr(
            TypeDeclarations.Of(type),
            type.BaseType is { SpecialType: not SpecialType.System_Object } ancestor && !context.Known.IsModuleBase(ancestor) ? TypeDeclarations.MetadataName(ancestor.OriginalDefinition) : null,
            members.Constructor,
            members.Scalars,
            members.Members,
            bodies.ToEquatableArray(),
            context.IsBroken);
        StateChecks.Check(module, context);
        if (!context.IsBroken)
            EvaluationWrites.Check(module, context);
        var sizes = SizeStatements.Read(context, methods);
        return new LoweringResult(
            new LoweredModule(module with { IsBroken = context.IsBroken }, context.Ops, context.References), context.Problems, context.Sites, members.Creations, sizes);
    }

    private static void CheckDeclaration(LoweringContext context)
    {
        var type = context.Type;
        if (type.IsFileLocal)
            context.Report(RulesDeclaration.FileLocal, type.Locations[0], type.Name);
        else if (!IsPartial(type))
            context.Report(RulesDeclaration.NotPartial, type.Locations[0], type.Name);
        if (type.IsRecord)
            context.Report(RulesDeclaration.RecordModule, type.Locations[0], type.Name);
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            if (!IsPartial(container))
                context.Report(RulesDeclaration.ContainerNotPartial, container.Locations[0], container.Name, type.Name);
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object } ancestor && !context.Known.IsModule(ancestor))
            context.Report(RulesDeclaration.ForeignBase, type.Locations[0], type.Name, ancestor.Name);
    }

    private static bool IsPartial(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
