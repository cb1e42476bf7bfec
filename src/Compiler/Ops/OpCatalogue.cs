using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Ops;

/// <summary>Ops read from symbols marked <c>[Op]</c>.</summary>
internal static class OpCatalogue
{
    private const string RuntimeAssembly = "NnGen";

    private static readonly ConditionalWeakTable<INamedTypeSymbol, OpReading> s_types = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, OpTable> s_assemblies = new();

    /// <summary>The op that a type declares, with its problems; null where the type is not marked <c>[Op]</c>.</summary>
    public static OpReading? Read(INamedTypeSymbol type)
    {
        if (s_types.TryGetValue(type, out var known))
            return known;
        if (OpSourceReader.Read(type) is not { } source)
            return null;
        return s_types.GetValue(type, t => Bind(t, source));
    }

    /// <summary>Every op without problems of a compiled assembly.</summary>
    public static OpTable OfAssembly(IAssemblySymbol assembly) => s_assemblies.GetValue(assembly, ReadAssembly);

    /// <summary>Every op without problems of the assemblies that a compilation references.</summary>
    public static OpTable OfReferences(Compilation compilation)
        => OpTable.Merge(compilation.SourceModule.ReferencedAssemblySymbols.Where(MayHoldOps).Select(OfAssembly));

    private static bool MayHoldOps(IAssemblySymbol assembly)
        => assembly.Name == RuntimeAssembly || assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == RuntimeAssembly));

    private static OpReading Bind(INamedTypeSymbol type, OpSource source)
    {
        ContractFacts facts;
        try
        {
            facts = ContractFacts.Read(source.Contract);
        }
        catch (ContractException error)
        {
            return new OpReading(null, EquatableArray.Create(Problem(RulesOps.ContractSyntax, type.Name, error.Message)));
        }

        var (model, problems) = OpBinder.Bind(TypeDeclarations.MetadataName(type), TypeDeclarations.FullName(type), type.Name, source, facts);
        if (!IsPartial(type))
            problems = problems.Append(Problem(RulesOps.NotPartial, type.Name)).ToEquatableArray();
        return new OpReading(model, problems);
    }

    /// <summary>Whether every part says so; a compiled type counts as one.</summary>
    private static bool IsPartial(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.All(r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(m => m.ValueText == "partial"));

    private static OpProblem Problem(DiagnosticDescriptor rule, params string[] arguments) => new(rule, null, null, EquatableArray.Create(arguments));

    private static OpTable ReadAssembly(IAssemblySymbol assembly)
    {
        var models = new List<OpModel>();
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            foreach (var member in pending.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                pending.Push(member);
                if (member is INamedTypeSymbol type && Read(type) is { Model: { } model, Problems.Count: 0 })
                    models.Add(model);
            }
        }

        return new OpTable(models);
    }
}

/// <param name="Model">The op; null where its contract cannot be read.</param>
/// <param name="Problems">What is wrong with its declaration; an op with problems is not used.</param>
internal sealed record OpReading(OpModel? Model, EquatableArray<OpProblem> Problems);
