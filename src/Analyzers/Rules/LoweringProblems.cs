using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NnGen.Analyzers.Rules;

/// <summary>What lowering could not take: declarations and constructs, all at once.</summary>
internal sealed class LoweringProblems : IModuleRule
{
    public IEnumerable<Diagnostic> Check(AnalyzedModule module)
        => module.Lowering.Problems.Select(problem => Diagnostic.Create(
            Compiler.Diagnostics.Rules.Get(problem.Rule),
            module.Lowering.Sites[problem.Site],
            problem.Arguments.ToArray<object>()));
}
