using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NnGen.Compiler.Headers;

/// <summary>The generated half of a module as bare declarations, from syntax alone. It also stands in for a module that cannot be compiled.</summary>
internal static class ModuleHeader
{
    private const string Forward = "Forward";
    /// <summary>Bodies are only run where errors do not stop the build, as without analyzers.</summary>
    private const string Body = " => throw new global::System.NotSupportedException(\"This module was not compiled: the errors of NnGen's analyzers say why.\");\n";

    /// <summary>A file that declares what is generated from one part of a class; null where no other part can be declared.</summary>
    /// <param name="part">A part of the class.</param>
    /// <param name="baseClass">What the class derives from, or null where it states that itself or has a base of its own.</param>
    public static string? Write(TypeDeclarationSyntax part, string? baseClass)
    {
        if (!part.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().All(IsPartial) || part.Modifiers.Any(SyntaxKind.FileKeyword))
            return null;
        var members = new StringBuilder();
        var bases = new List<string>();
        if (baseClass is not null)
        {
            bases.Add(baseClass);
            WriteModes(members, part.Identifier.Text + part.TypeParameterList);
        }

        foreach (var method in part.Members.OfType<MethodDeclarationSyntax>().Where(IsCompiled))
        {
            WriteEntries(members, method);
            var parameters = method.ParameterList.Parameters;
            if (IsForward(method) && parameters.Count is >= 1 and <= 3 && IsResult(method.ReturnType) && parameters.All(parameter => IsInput(parameter.Type) && !IsOut(parameter)))
                bases.Add($"global::NnGen.IModule<{string.Join(", ", parameters.Select(parameter => Required(parameter.Type)))}, {method.ReturnType}>");
        }

        return HeaderFrame.Write(part, members.ToString(), bases.Count == 0 ? null : string.Join(", ", bases));
    }

    /// <summary>The type of an input; where null may be given, a tuple is another type, a tensor the same.</summary>
    private static string Required(TypeSyntax? type)
        => type is NullableTypeSyntax { ElementType: not TupleTypeSyntax } nullable ? nullable.ElementType.ToString() : type?.ToString() ?? "";

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool IsCompiled(MethodDeclarationSyntax method)
        => method.Modifiers.Any(SyntaxKind.PublicKeyword)
            && !method.Modifiers.Any(SyntaxKind.StaticKeyword)
            && method.TypeParameterList is null
            && method.ParameterList.Parameters.All(IsByValueOrOut)
            && (IsForward(method) || (method.ParameterList.Parameters.Any(p => IsInput(p.Type)) && (IsResult(method.ReturnType) || method.ParameterList.Parameters.Any(IsOut))));

    private static bool IsByValueOrOut(ParameterSyntax parameter) => parameter.Modifiers.Count == 0 || IsOut(parameter);

    private static bool IsOut(ParameterSyntax parameter) => parameter.Modifiers.Any(SyntaxKind.OutKeyword);

    private static bool IsForward(MethodDeclarationSyntax method) => method.Identifier.ValueText == Forward;

    /// <summary>Train and Eval return the module under its own type.</summary>
    private static void WriteModes(StringBuilder text, string type)
        => text.Append($"public new {type} Train(bool mode = true){Body}public new {type} Eval(){Body}");

    private static void WriteEntries(StringBuilder text, MethodDeclarationSyntax method)
    {
        var parameters = method.ParameterList.Parameters;
        var isTensor = IsTensor(method.ReturnType);
        var suffix = IsForward(method) ? "" : method.Identifier.ValueText;
        WriteEntry(text, $"{method.ReturnType} Call{suffix}", parameters.Select(Declaration));
        WriteEntry(text, $"{method.ReturnType} Predict{suffix}", parameters.Select(Declaration));
        if (!isTensor || parameters.Any(IsOut))
            return;
        WriteEntry(text, $"void Predict{suffix}", parameters.Select(p => $"{p.Type} {p.Identifier.Text}").Append("global::System.Span<float> result"));
        if (parameters.All(p => p.Type is { } type && IsTensor(type)))
            WriteEntry(text, $"void Predict{suffix}", parameters.Select(p => $"global::System.ReadOnlySpan<float> {p.Identifier.Text}").Append("global::System.Span<float> result"));
        WriteEntry(text, $"float ValueAndGrad{suffix}", parameters.Select(Declaration));
    }

    private static void WriteEntry(StringBuilder text, string name, IEnumerable<string> parameters)
        => text.Append("public ").Append(name).Append('(').Append(string.Join(", ", parameters)).Append(')').Append(Body);

    private static string Declaration(ParameterSyntax parameter) => $"{(IsOut(parameter) ? "out " : "")}{parameter.Type} {parameter.Identifier.Text} {parameter.Default}";

    /// <summary>Whether a type is written as a tensor or a tuple of tensors.</summary>
    private static bool IsResult(TypeSyntax type) => type is TupleTypeSyntax tuple ? tuple.Elements.All(element => IsResult(element.Type)) : IsAnyTensor(type);

    /// <summary>The same, where null may be given.</summary>
    private static bool IsInput(TypeSyntax? type) => type is NullableTypeSyntax nullable ? IsInput(nullable.ElementType) : type is not null && IsResult(type);

    /// <summary>Whether a type is written as a tensor of any elements.</summary>
    private static bool IsAnyTensor(TypeSyntax? type) => type switch
    {
        NullableTypeSyntax nullable => IsAnyTensor(nullable.ElementType),
        QualifiedNameSyntax qualified => IsAnyTensor(qualified.Right),
        AliasQualifiedNameSyntax qualified => IsAnyTensor(qualified.Name),
        SimpleNameSyntax name => name.Identifier.ValueText == "Tensor",
        _ => false,
    };

    /// <summary>Whether a type is written as the float tensor; one written otherwise gets fewer entries until it is compiled.</summary>
    private static bool IsTensor(TypeSyntax type) => type switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == "Tensor",
        QualifiedNameSyntax { Right: IdentifierNameSyntax name } => name.Identifier.ValueText == "Tensor",
        AliasQualifiedNameSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText == "Tensor",
        _ => false,
    };
}
