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

    public static readonly DiagnosticDescriptor UnusedMember = new(
        "NNG3003",
        "A layer or parameter is never used",
        "'{0}' is trained and saved, but nothing reads it: call it in Forward, or remove it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG3003"));

    public static readonly DiagnosticDescriptor SoftmaxBeforeCrossEntropy = new(
        "NNG3004",
        "Softmax before cross-entropy",
        "Cross-entropy takes logits and applies log-softmax itself: leave out the softmax before it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG3004"));

    public static readonly DiagnosticDescriptor ReluBeforeCrossEntropy = new(
        "NNG3005",
        "ReLU before cross-entropy",
        "Cross-entropy takes logits of any sign, and after a ReLU no class can get less than 0: leave out the last ReLU",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG3005"));

    public static readonly DiagnosticDescriptor GradientsNeverReset = new(
        "NNG3006",
        "Gradients are never set back",
        "Gradients of all steps before add up, since nothing calls 'ZeroGrad' before '{0}.Step'",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG3006"));

    public static readonly DiagnosticDescriptor EvaluatedInTraining = new(
        "NNG3007",
        "A model is evaluated as in training",
        "'{0}.Call' runs as in training, with '{1}': call '{0}.Eval()' before the loop, or 'Predict'",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG3007"));

    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        ForwardInPlainCode,
        .. OfModules,
    ];

    /// <summary>Those that need what modules compute.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfModules =>
    [
        InternalError,
        UnusedMember,
        SoftmaxBeforeCrossEntropy,
        ReluBeforeCrossEntropy,
        GradientsNeverReset,
        EvaluatedInTraining,
    ];
}
