using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NnGen.Compiler.Headers;

/// <summary>Puts declarations into another part of a type, under the usings and the nesting of the part that the user wrote.</summary>
internal static class HeaderFrame
{
    /// <summary>A file with another part of <paramref name="type"/>, so that names in copied declarations mean the same.</summary>
    /// <param name="type">The part that the user wrote.</param>
    /// <param name="members">Declarations.</param>
    /// <param name="bases">What follows the colon, or null.</param>
    public static string Write(TypeDeclarationSyntax type, string members, string? bases = null)
    {
        var text = new StringBuilder("#nullable enable\n");
        var closing = 0;
        foreach (var container in type.Ancestors().Reverse())
        {
            switch (container)
            {
                case CompilationUnitSyntax unit:
                    WriteUsings(text, unit.Externs, unit.Usings);
                    break;
                case BaseNamespaceDeclarationSyntax ns:
                    text.Append("namespace ").Append(ns.Name).Append(" {\n");
                    WriteUsings(text, ns.Externs, ns.Usings);
                    closing++;
                    break;
                case TypeDeclarationSyntax outer:
                    text.Append(Header(outer)).Append(" {\n");
                    closing++;
                    break;
            }
        }

        text.Append(Header(type)).Append(bases is null ? "" : " : " + bases).Append(" {\n").Append(members).Append("\n}\n");
        return text.Append('}', closing).Append('\n').ToString();
    }

    private static string Header(TypeDeclarationSyntax type)
    {
        var keyword = type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.None)
            ? "record " + record.ClassOrStructKeyword.ValueText
            : type.Keyword.ValueText;
        return $"partial {keyword} {type.Identifier.ValueText}{type.TypeParameterList}";
    }

    private static void WriteUsings(
        StringBuilder text, IEnumerable<ExternAliasDirectiveSyntax> externs, IEnumerable<UsingDirectiveSyntax> usings)
    {
        foreach (var alias in externs)
            text.Append(alias.ToString()).Append('\n');

        // A global using holds in every file already.
        foreach (var directive in usings.Where(u => u.GlobalKeyword.IsKind(SyntaxKind.None)))
            text.Append(directive.ToString()).Append('\n');
    }
}
