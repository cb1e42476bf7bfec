using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Lowering;

/// <summary>Reads <c>[Dim]</c> and <c>[Dims]</c> on a module, its methods and their parameters.</summary>
internal static class SizeStatements
{
    private const string Dim = "NnGen.DimAttribute";
    private const string Dims = "NnGen.DimsAttribute";

    public static IReadOnlyList<SizeStatementIr> Read(LoweringContext context, IEnumerable<IMethodSymbol> methods)
        => methods
            .SelectMany(method => method.Parameters.SelectMany(parameter => parameter.GetAttributes()).Concat(method.GetAttributes()))
            .Concat(context.Type.GetAttributes())
            .Select(attribute => Read(context, attribute))
            .OfType<SizeStatementIr>()
            .ToList();

    private static SizeStatementIr? Read(LoweringContext context, AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() switch
    {
        Dim when KnownTypes.TextOf(attribute) is { } name => context.Parse(attribute, name, ParseName) is { } symbol
            ? new SizeStatementIr(symbol, Number(attribute, "Min") ?? 1, Number(attribute, "Max"), Number(attribute, "MultipleOf") ?? 1, null, Text(context, attribute))
            : null,
        Dims when KnownTypes.TextOf(attribute) is { } equation => context.Parse(attribute, equation, ParseEquation) is { } stated ? stated with { Text = Text(context, attribute) } : null,
        _ => null,
    };

    private static string Text(LoweringContext context, AttributeData attribute)
        => attribute.ApplicationSyntaxReference is { } reference ? $"[{SourceText.Line(reference.GetSyntax(context.Cancellation))}]" : "";

    private static long? Number(AttributeData attribute, string name)
        => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as int?;

    private static string ParseName(string text)
        => ParseSize(text, 0).SymbolName ?? throw new ContractException(0, text.Length, "Expected the name of one size.");

    private static SizeStatementIr ParseEquation(string text)
    {
        var equals = text.IndexOf('=');
        if (equals < 0)
            throw new ContractException(text.Length, 1, "Expected '=' between a name and what it equals.");
        var name = ParseSize(text.Substring(0, equals), 0).SymbolName ?? throw new ContractException(0, equals, "Expected the name of one size before '='.");
        return new SizeStatementIr(name, 1, null, 1, ParseSize(text.Substring(equals + 1), equals + 1), text);
    }

    /// <param name="text">The text of one size.</param>
    /// <param name="start">Where it stands in the attribute's text.</param>
    private static Shapes.Dim ParseSize(string text, int start)
    {
        try
        {
            var shape = ShapeText.Parse(text).ToShape(_ => null, new ConstraintStore());
            return shape is { Rank: 1 } ? shape.Dims[0] : throw new ContractException(0, text.Length, "Expected one size.");
        }
        catch (ContractException error) when (start > 0)
        {
            throw new ContractException(start + error.Position, error.Length, error.Message);
        }
    }
}
