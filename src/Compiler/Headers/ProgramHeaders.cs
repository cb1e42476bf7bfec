using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Headers;

/// <summary>The headers of a program: with them a compilation binds as if generation were done.</summary>
internal static class ProgramHeaders
{
    /// <summary>The headers of a module, one for each part of its class; the first names the base class.</summary>
    /// <param name="type">The class, as the user wrote it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ModuleHeaders OfModule(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var baseClass = type.BaseType is { SpecialType: SpecialType.System_Object } ? "global::" + KnownTypes.Module : null;
        var texts = new List<string>();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            // A record cannot derive from a class that is none.
            if (reference.GetSyntax(cancellation) is not ClassDeclarationSyntax part || ModuleHeader.Write(part, texts.Count == 0 ? baseClass : null) is not { } text)
                return new ModuleHeaders(TypeDeclarations.Of(type), EquatableArray<string>.Empty);
            texts.Add(text);
        }

        return new ModuleHeaders(TypeDeclarations.Of(type), texts.ToEquatableArray());
    }

    /// <summary>The compilation with headers added.</summary>
    public static Compilation Complete(Compilation compilation, IEnumerable<string> headers, CancellationToken cancellation)
    {
        var options = compilation.SyntaxTrees.FirstOrDefault()?.Options as CSharpParseOptions;
        return compilation.AddSyntaxTrees(headers.Select((text, i) => CSharpSyntaxTree.ParseText(text, options, $"{GeneratedFiles.Folder}/header{i}.cs", cancellationToken: cancellation)));
    }
}

/// <param name="Type">The module's class.</param>
/// <param name="Texts">Its headers; empty where no other part of the class can be written.</param>
internal sealed record ModuleHeaders(TypeIr Type, EquatableArray<string> Texts);
