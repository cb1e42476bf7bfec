using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Ops;

/// <summary>Ops read from symbols marked <c>[Op]</c>.</summary>
internal static class OpCatalogue
{
    // Symbols of referenced assemblies live as long as the reference: their ops are read once.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, OpReading> s_types = new();

    /// <summary>The op that a type declares, with its problems; null where the type is not marked <c>[Op]</c>.</summary>
    public static OpReading? Read(INamedTypeSymbol type)
    {
        if (s_types.TryGetValue(type, out var known))
            return known;
        if (OpSourceReader.Read(type) is not { } source)
            return null;
        return s_types.GetValue(type, t => Bind(t, source));
    }

    private static OpReading Bind(INamedTypeSymbol type, OpSource source)
    {
        ContractFacts facts;
        try
        {
            facts = ContractFacts.Read(source.Contract, source.MultiplyAdds);
        }
        catch (ContractException error)
        {
            return new OpReading(null, EquatableArray.Create(Problem(RulesOps.ContractSyntax, type.Name, error.Message)));
        }

        var name = TypeDeclarations.MetadataName(type);
        var (model, problems) = OpBinder.Bind(name, TypeDeclarations.FullName(type), type.Name, source, facts);
        if (!IsPartial(type))
            problems = problems.Append(Problem(RulesOps.NotPartial, type.Name)).ToEquatableArray();

        // In metadata every op has its Apply, whoever declared it.
        var isCompiled = type.DeclaringSyntaxReferences.IsEmpty;
        return new OpReading(isCompiled ? model with { DeclaresApply = false } : model, problems);
    }

    /// <summary>Whether every part says so; a compiled type counts as one.</summary>
    private static bool IsPartial(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.All(r => r.GetSyntax() is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(m => m.ValueText == "partial"));

    private static OpProblem Problem(DiagnosticDescriptor rule, params string[] arguments)
        => new(rule, null, null, EquatableArray.Create(arguments));
}

/// <param name="Model">The op; null where its contract cannot be read.</param>
/// <param name="Problems">What is wrong with its declaration; an op with problems is not used.</param>
internal sealed record OpReading(OpModel? Model, EquatableArray<OpProblem> Problems);
