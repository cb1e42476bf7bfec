using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Diagnostics;

/// <summary>What a compiled method may have to do with the program around it: nothing but tensors and numbers.</summary>
internal static class RulesSurroundings
{
    private const string Category = "NnGen.Differentiability";

    public static readonly DiagnosticDescriptor SideEffect = new(
        "NNG2201",
        "A compiled method computes tensors only",
        "'{0}' computes no tensor, and a compiled method does nothing else: call it before or after the module",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2201"));

    public static readonly DiagnosticDescriptor ValueRead = new(
        "NNG2202",
        "Values of a tensor are read in a compiled method",
        "'{0}' takes values out of a tensor, and what is computed from them has no gradient: compute with the tensor itself, or read the result of the call",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2202"));

    public static readonly DiagnosticDescriptor Linq = new(
        "NNG2203",
        "LINQ cannot be compiled",
        "'{0}' is LINQ, which runs delegates and cannot be compiled: write a loop",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2203"));

    public static readonly DiagnosticDescriptor NotRepeatable = new(
        "NNG2204",
        "This value is another one at each call",
        "'{0}' is another value each time, but the backward pass repeats what the forward pass computed: make it an input, or draw it with Tensor.Rand or Tensor.Randn without a generator of its own, whose draws are repeated",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2204"));

    public static readonly DiagnosticDescriptor ForeignObject = new(
        "NNG2205",
        "Compiled code cannot use this object",
        "'{0}' is a '{1}', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2205"));

    public static readonly DiagnosticDescriptor ParameterCreated = new(
        "NNG2206",
        "A parameter is created in a compiled method",
        "'{0}' would be a new parameter at each call, which no optimizer knows: keep it in a field",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To("NNG2206"));

    public static ImmutableArray<DiagnosticDescriptor> All => [SideEffect, ValueRead, Linq, NotRepeatable, ForeignObject, ParameterCreated];
}
