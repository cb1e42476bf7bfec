using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Diagnostics;

/// <summary>What a compiled method may change, and where gradients stop.</summary>
internal static class RulesState
{
    private const string Category = "NnGen.Differentiability";

    public static readonly DiagnosticDescriptor InPlaceChange = Rule(
        "NNG2101",
        "This tensor cannot be changed in place",
        "'{0}' changes '{1}' in place: a compiled method changes buffers, and parameters inside Autograd.NoGrad(); compute a new tensor instead (y = y * 2f)",
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SavedChanged = Rule(
        "NNG2102",
        "In-place change of a saved value",
        "'{0}' is changed in place, but the gradient of '{1}' needs its value from before: change it first, or assign a new tensor ({0} = {0} * 0.9f)",
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WrittenInEvaluation = Rule(
        "NNG2103",
        "A tensor of the module changes when it is not training",
        "'{0}' changes also when the module is not training, but Predict, which many threads may call at once, changes nothing: write 'if (Training)' before it, or take the state as an input and return the new one",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotRecomputed = Rule(
        "NNG2104",
        "[Recompute] has no effect here",
        "'{0}' is run as part of the method that calls it and is not recomputed on its own: make it a public method of the module from tensors to float tensors, or a module",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotComposite = Rule(
        "NNG2105",
        "Modules of other projects cannot call this method",
        "'{0}' is marked [Differentiable], but is no static method that is a sequence of ops: leave out loops, conditions on values of tensors and members, or make it a module",
        DiagnosticSeverity.Warning);

    public static ImmutableArray<DiagnosticDescriptor> All => [InPlaceChange, SavedChanged, WrittenInEvaluation, NotRecomputed, NotComposite];

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity)
        => new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinks.To(id));
}
