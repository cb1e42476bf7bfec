using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Lowering;

namespace NnGen.Analyzers.Rules;

/// <summary>Private layers and parameters that nothing reads: they are trained, saved and counted, and do nothing.</summary>
internal sealed class UnusedMembers : IModuleRule
{
    public IEnumerable<Diagnostic> Check(AnalyzedModule module)
    {
        var members = module.Type.GetMembers()
            .Where(member => member is { DeclaredAccessibility: Accessibility.Private, IsImplicitlyDeclared: false } && MemberKinds.IsStored(member))
            .Where(member => MemberKinds.TypeOf(member) is var type && (module.Known.HoldsModule(type) || module.Known.IsParameter(type)))
            .ToList();
        if (module.Linked is null || members.Count == 0)
            return [];
        var read = new HashSet<string>(GeneratedFiles.WrittenParts(module.Type, CancellationToken.None)
            .SelectMany(part => part.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Where(IsRead)
            .Select(name => name.Identifier.ValueText));
        return members.Where(member => !read.Contains(member.Name) && !IsGenerated(member)).Select(member => Diagnostic.Create(RulesUsage.UnusedMember, member.Locations[0], member.Name));
    }

    /// <summary>Not the name that a constructor sets, nor that of an argument; what is generated names every member.</summary>
    private static bool IsRead(IdentifierNameSyntax name) => name.Parent switch
    {
        NameColonSyntax => false,
        AssignmentExpressionSyntax assignment => assignment.Left != name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Parent: AssignmentExpressionSyntax assignment } access => assignment.Left != access,
        _ => !name.SyntaxTree.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal),
    };

    private static bool IsGenerated(ISymbol member) => member.Locations[0].SourceTree?.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal) == true;
}
