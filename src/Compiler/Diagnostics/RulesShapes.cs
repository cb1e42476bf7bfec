using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Diagnostics;

/// <summary>What is proven of shapes.</summary>
internal static class RulesShapes
{
    /// <summary>Properties of <see cref="Refuted"/> that its fix reads.</summary>
    public const string Callee = nameof(Callee);
    public const string Expected = nameof(Expected);
    public const string Found = nameof(Found);
    public const string FlattenFrom = nameof(FlattenFrom);

    /// <summary>Property of <see cref="Unknown"/>: the attribute that proves it, <c>[Dim("H", MultipleOf = 2)]</c>.</summary>
    public const string Promise = nameof(Promise);

    private const string Category = "NnGen.Shapes";

    public static readonly DiagnosticDescriptor Refuted = new(
        "NNG1001",
        "Shapes do not fit",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG1001"));

    public static readonly DiagnosticDescriptor Unknown = new(
        "NNG1002",
        "Shapes are checked when bound",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG1002"));

    public static readonly DiagnosticDescriptor InvalidShape = new(
        "NNG1003",
        "A shape text cannot be read",
        "\"{0}\" is no shape: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG1003"));

    public static readonly DiagnosticDescriptor Layer = new(
        "NNG1004",
        "Shapes of a layer",
        "{0}: {1}",
        Category,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG1004"));

    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        Refuted,
        Unknown,
        InvalidShape,
        Layer,
    ];
}
