using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace NnGen.Analyzers.Rules;

/// <summary>A rule over one analyzed module.</summary>
internal interface IModuleRule
{
    /// <summary>What it has to say, in the order of the source.</summary>
    IEnumerable<Diagnostic> Check(AnalyzedModule module);
}
