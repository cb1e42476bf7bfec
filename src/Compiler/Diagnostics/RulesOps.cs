using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Diagnostics;

/// <summary>Rules about declarations of ops.</summary>
internal static class RulesOps
{
    private const string Category = "NnGen.Declaration";

    public static readonly DiagnosticDescriptor ContractSyntax = Error(
        "NNG0101", "The contract of an op cannot be read", "The contract of '{0}' cannot be read: {1}");

    public static readonly DiagnosticDescriptor NotPartial = Error(
        "NNG0102", "An op must be partial", "'{0}' is an op: make it 'partial', so that its 'Apply' can be generated");

    public static readonly DiagnosticDescriptor NameClash = Error(
        "NNG0103", "A parameter of an op has two meanings", "'{0}' in '{1}' means both {2} and {3}: rename one of them in the contract");

    public static readonly DiagnosticDescriptor UnknownParameter = Error(
        "NNG0104",
        "A parameter of an op means nothing",
        "'{0}' in '{1}' is neither a tensor, a gradient or a dim of the contract nor a hyperparameter{2}");

    public static readonly DiagnosticDescriptor ParameterType = Error(
        "NNG0105", "A parameter of an op has the wrong type", "'{0}' in '{1}' is {2}: declare it as '{3}', not '{4}'");

    public static readonly DiagnosticDescriptor MissingForward = Error(
        "NNG0106", "An op has no Forward", "'{0}' needs one public method 'Forward' that computes {1}");

    public static readonly DiagnosticDescriptor MissingBackward = Error(
        "NNG0107",
        "An op has no Backward",
        "'{0}' has float inputs and results but no '{1}': write it, or declare '[Op(..., IsDifferentiable = false)]'");

    public static readonly DiagnosticDescriptor MissingDraws = Error(
        "NNG0108",
        "A random op does not say how much it draws",
        "'{0}' takes a RandomState: add 'public static long Draws(...)' that says how many numbers Forward draws, 0 for none");

    public static readonly DiagnosticDescriptor PointwiseForm = Error(
        "NNG0109", "A pointwise op has the wrong form", "'{0}' is a struct, hence a pointwise op: {1}");

    public static readonly DiagnosticDescriptor MissingEpilogue = Error(
        "NNG0110", "An epilogue names a method that is not there", "'{0}' has no method '{1}', which its [Epilogue] names");

    public static readonly DiagnosticDescriptor UnboundScalar = Error(
        "NNG0111",
        "The contract of an op uses an unknown hyperparameter",
        "The contract of '{0}' uses '{1}', which is no hyperparameter of it: {2}");

    public static readonly DiagnosticDescriptor ViewForm = Error(
        "NNG0112", "A view op has the wrong form", "'{0}' is a view: {1}");

    public static readonly DiagnosticDescriptor LowersNoOp = Error(
        "NNG0113", "[Lowers] names a type that is no op", "'{0}' lowers to '{1}', which is not marked [Op] or has errors");

    public static readonly DiagnosticDescriptor LowersUnknownArgument = Error(
        "NNG0114",
        "A parameter of a member that lowers to an op means nothing to the op",
        "'{0}' of '{1}' is neither an input nor a hyperparameter of '{2}', which has {3}");

    public static readonly DiagnosticDescriptor MethodForm = Error(
        "NNG0115", "A method of an op has the wrong form", "'{0}' of '{1}' cannot be called: declare it as '{2}'");

    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        ContractSyntax,
        NotPartial,
        NameClash,
        UnknownParameter,
        ParameterType,
        MissingForward,
        MissingBackward,
        MissingDraws,
        PointwiseForm,
        MissingEpilogue,
        UnboundScalar,
        ViewForm,
        LowersNoOp,
        LowersUnknownArgument,
        MethodForm,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.To(id));
}
