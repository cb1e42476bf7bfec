using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Diagnostics;

/// <summary>How modules are used in plain code.</summary>
internal static class RulesUsage
{
    private const string Category = "NnGen.Usage";

    public static readonly DiagnosticDescriptor ForwardInPlainCode = new(
        "NNG3001",
        "Forward runs op by op here",
        "'{0}.Forward' runs op by op and allocates every value; 'Call' runs the compiled pass",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG3001"));

    public static readonly DiagnosticDescriptor InternalError = new(
        "NNG3002",
        "NnGen failed",
        "NnGen failed on module '{0}' ({1}): please report this with the source of the module",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG3002"));

    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        ForwardInPlainCode,
        InternalError,
    ];
}
