using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;

namespace NnGen.Analyzers.Rules;

/// <summary>Shapes that are refuted, and those that are checked only when bound.</summary>
internal sealed class ShapeFindings : IModuleRule
{
    public IEnumerable<Diagnostic> Check(AnalyzedModule module)
        => module.Findings.Select(finding => Diagnostic.Create(
            finding.IsRefuted ? RulesShapes.Refuted : RulesShapes.Unknown,
            module.Lowering.Sites[finding.Site],
            finding.Message));
}
