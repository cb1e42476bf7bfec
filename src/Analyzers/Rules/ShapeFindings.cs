using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Shapes;

namespace NnGen.Analyzers.Rules;

/// <summary>Shapes that are refuted, and those that are checked only when bound.</summary>
internal sealed class ShapeFindings : IModuleRule
{
    public IEnumerable<Diagnostic> Check(AnalyzedModule module)
        => (module.Inferred?.Findings ?? []).Select(finding => Diagnostic.Create(
            finding.Truth == Truth.Refuted ? RulesShapes.Refuted : RulesShapes.Unknown,
            Place(module, finding),
            finding.Promise is { } promise ? Properties(finding.Fix).Add(RulesShapes.Promise, promise) : Properties(finding.Fix),
            finding.Message));

    /// <summary>What the code fix needs to know.</summary>
    private static ImmutableDictionary<string, string?> Properties(ShapeFix? fix)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (fix is null)
            return properties;
        properties = properties
            .Add(RulesShapes.Callee, fix.Callee)
            .Add(RulesShapes.Expected, fix.Expected.ToString(CultureInfo.InvariantCulture))
            .Add(RulesShapes.Found, fix.Found.ToString(CultureInfo.InvariantCulture));
        return fix.FlattenFrom is { } start ? properties.Add(RulesShapes.FlattenFrom, start.ToString(CultureInfo.InvariantCulture)) : properties;
    }

    /// <summary>The expression it is about; for the declared result the method's name.</summary>
    private static Location Place(AnalyzedModule module, ShapeFinding finding)
        => finding.Site >= 0
            ? module.Lowering.Sites[finding.Site]
            : MethodSignature.Compiled(module.Known, module.Type).ElementAt(finding.Method).Locations[0];
}
