using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Diagnostics;

/// <summary>How modules derive from each other, and what they hand to each other besides tensors.</summary>
internal static class RulesComposition
{
    private const string Declaration = "NnGen.Declaration";
    private const string Differentiability = "NnGen.Differentiability";

    public static readonly DiagnosticDescriptor UnmarkedModule = new(
        "NNG0012",
        "A class of modules is not marked",
        "'{0}' derives from Module without being marked [Module], so '{1}' is neither trained nor saved and there is no 'Call': mark it, and make it partial",
        Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0012"));

    public static readonly DiagnosticDescriptor UnmarkedBase = new(
        "NNG0013",
        "Members of a base class are not registered",
        "'{0}' of the base class '{1}' is not registered, because '{1}' is not marked [Module]: mark it, so that '{2}' trains and saves what it holds",
        Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0013"));

    public static readonly DiagnosticDescriptor InitializationOrder = new(
        "NNG0014",
        "Initial weights are drawn in another order than in PyTorch",
        "'{0}' draws its initial weights before '{1}', which PyTorch draws first: {2}",
        Declaration,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0014"));

    public static readonly DiagnosticDescriptor EndlessConstruction = new(
        "NNG0015",
        "A module creates itself",
        "Each '{0}' creates another one for '{1}', without end: take it as a constructor parameter, or create it under a condition",
        Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG0015"));

    public static readonly DiagnosticDescriptor OverridableHelper = new(
        "NNG2041",
        "A method that can be overridden is not compiled by itself",
        "'{0}' can be overridden, but only methods from tensors to tensors are called through overrides: make it private or sealed",
        Differentiability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2041"));

    public static readonly DiagnosticDescriptor PrivateMemberOfBase = new(
        "NNG2042",
        "A private member of a base module is used",
        "'{0}' is private to the base module '{1}' and cannot be used in a module derived from it: make it protected, or make the method that uses it protected or public and compiled by itself",
        Differentiability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2042"));

    public static readonly DiagnosticDescriptor ArgumentNotKnown = new(
        "NNG2043",
        "An argument may change while its plan is kept",
        "'{0}' may change from call to call, but plans are kept for the value of '{1}': use a readonly member, a parameter of this method, a size or a constant",
        Differentiability,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2043"));

    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        UnmarkedModule,
        UnmarkedBase,
        InitializationOrder,
        EndlessConstruction,
        OverridableHelper,
        PrivateMemberOfBase,
        ArgumentNotKnown,
    ];
}
