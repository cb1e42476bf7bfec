using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;

namespace NnGen.Compiler.Lowering;

/// <summary>A module whose initializers create one of its own class, by themselves or through those of others: the constructor never returns.</summary>
internal sealed class EndlessConstruction(LoweringContext context)
{
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <param name="context">The module.</param>
    public static void Check(LoweringContext context)
    {
        foreach (var member in Initialized(context.Type))
        {
            if (new EndlessConstruction(context).Creates(context.Operation(Initializer(member)!)))
                context.Report(RulesComposition.EndlessConstruction, member.Locations[0], context.Type.Name, member.Name);
        }
    }

    private static IEnumerable<ISymbol> Initialized(INamedTypeSymbol type) => type.GetMembers().Where(member => !member.IsStatic && Initializer(member) is not null);

    private static ExpressionSyntax? Initializer(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };

    /// <summary>Whether an expression creates such a module whatever conditions hold.</summary>
    private bool Creates(IOperation? operation) => operation switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol type } creation => IsEndless(type) || creation.Arguments.Any(argument => Creates(argument.Value)),
        IConversionOperation conversion => Creates(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.Any(Creates),
        ICollectionExpressionOperation collection => collection.Elements.Any(Creates),
        _ => false,
    };

    private bool IsEndless(INamedTypeSymbol created)
    {
        for (var type = created.OriginalDefinition; type is not null; type = type.BaseType?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(type, context.Type.OriginalDefinition))
                return true;
            if (context.HasSource(type) && context.Known.IsModule(type) && _visited.Add(type) && Initialized(type).Any(member => Creates(context.Operation(Initializer(member)!))))
                return true;
        }

        return false;
    }
}
