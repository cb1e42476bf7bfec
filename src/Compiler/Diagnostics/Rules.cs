using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Diagnostics;

/// <summary>Every rule, by id. Each has a page in docs/rules with a wrong and a right example.</summary>
internal static class Rules
{
    /// <summary>All rules, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. RulesDeclaration.All,
        .. RulesComposition.All,
        .. RulesOps.All,
        .. RulesShapes.All,
        .. RulesDifferentiability.All,
        .. RulesState.All,
        .. RulesSurroundings.All,
        .. RulesUsage.All,
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule of a problem.</summary>
    public static DiagnosticDescriptor Get(string id) => s_byId[id];

    /// <summary>Whether a problem keeps its module from being compiled.</summary>
    public static bool IsError(ProblemIr problem) => Get(problem.Rule).DefaultSeverity == DiagnosticSeverity.Error;
}

/// <summary>Where a rule is explained.</summary>
internal static class HelpLinks
{
    public static string To(string id) => $"https://github.com/nngen/nngen/blob/main/docs/rules/{id}.md";
}
