using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Diagnostics;

/// <summary>Something wrong or worth saying, as data: the analyzers turn it into a diagnostic.</summary>
/// <param name="Rule">Id of the rule, e.g. <c>NNG2001</c>.</param>
/// <param name="Arguments">What the rule's message is filled with.</param>
/// <param name="Site">Number of the syntax node it points at.</param>
internal sealed record ProblemIr(string Rule, EquatableArray<string> Arguments, int Site);
