using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Ops;

/// <summary>A mistake in the declaration of an op, at a place that the analyzers' side finds.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Method">Name of the method it is in, or null for the type itself.</param>
/// <param name="Parameter">Name of the parameter it is at, or null.</param>
/// <param name="Arguments">Arguments of the rule's message.</param>
internal sealed record OpProblem(DiagnosticDescriptor Rule, string? Method, string? Parameter, EquatableArray<string> Arguments);
