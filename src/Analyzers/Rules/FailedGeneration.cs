using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Lowering;

namespace NnGen.Analyzers.Rules;

/// <summary>A correct module on which the generator failed.</summary>
internal sealed class FailedGeneration : IModuleRule
{
    public IEnumerable<Diagnostic> Check(AnalyzedModule module)
    {
        if (module.Lowering.Error is null && KnownTypes.Attribute(module.Type, KnownTypes.NotCompiledAttribute) is { ConstructorArguments: { Length: 1 } arguments })
            yield return Diagnostic.Create(RulesUsage.InternalError, module.Type.Locations[0], module.Type.Name, arguments[0].Value);
    }
}
