using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Lowering;

/// <summary>The half of each module that is generated, in full or as headers: what it declares follows from what the user wrote, so that it need not be read.</summary>
internal static class GeneratedFiles
{
    /// <summary>The folder of Roslyn's for what the module generator gives.</summary>
    public const string Folder = "NnGen.Generator.ModuleGenerator";

    public static bool Contains(SyntaxTree tree) => tree.FilePath.IndexOf(Folder, StringComparison.Ordinal) >= 0;

    /// <summary>The parts of a class that the user wrote.</summary>
    public static IEnumerable<SyntaxNode> WrittenParts(INamedTypeSymbol type, CancellationToken cancellation)
        => type.DeclaringSyntaxReferences.Where(part => !Contains(part.SyntaxTree)).Select(part => part.GetSyntax(cancellation));
}
