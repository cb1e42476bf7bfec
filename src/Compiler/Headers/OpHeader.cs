using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Headers;

/// <summary>The generated half of an op as a bare declaration, from syntax alone.</summary>
internal static class OpHeader
{
    /// <summary>Declares those of the op's <c>Apply</c> that its file does not; null where there are none or its contract cannot be read.</summary>
    /// <param name="type">The type marked <c>[Op]</c>.</param>
    public static string? Write(TypeDeclarationSyntax type)
    {
        if (Read(type) is not { } source)
            return null;
        ContractFacts facts;
        try
        {
            facts = ContractFacts.Read(source.Contract);
        }
        catch (ContractException)
        {
            return null;
        }

        var name = type.Identifier.ValueText;
        var (op, _) = OpBinder.Bind(name, name, name, source, facts);
        var declared = new List<string>();
        if (!op.DeclaresApply)
            declared.Add(OpSignature.Apply(op));
        if (op.IsGeneric)
            declared.Add(OpSignature.ApplyAny(op));

        // What a header declares is bound and never compiled: the generated half, which has the body, takes its place.
        return declared.Count == 0
            ? null
            : HeaderFrame.Write(type, string.Join("\n", declared.Select(apply => $"[global::NnGen.Lowers(typeof({name}))]\n{apply} => throw null!;")));
    }

    private static OpSource? Read(TypeDeclarationSyntax type)
    {
        var attribute = type.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(IsOp);
        if (attribute?.ArgumentList?.Arguments is not { Count: > 0 } arguments || Text(arguments[0].Expression) is not { } contract)
            return null;
        var isStruct = type is StructDeclarationSyntax
            or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword };
        return new OpSource(
            contract,
            isStruct,
            IsTrue(arguments, "IsView"),
            IsDifferentiable: false,
            MultiplyAdds: null,
            type.Members.OfType<MethodDeclarationSyntax>().Where(m => IsDeclared(m, isStruct)).Select(Method).ToEquatableArray(),
            isStruct && type.ParameterList is { } constructor ? Parameters(constructor) : EquatableArray<OpSourceParameter>.Empty,
            EquatableArray<OpSourceEpilogue>.Empty,
            EquatableArray<string>.Empty);
    }

    private static bool IsOp(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name as SimpleNameSyntax;
        return name?.Identifier.ValueText is "Op" or "OpAttribute";
    }

    /// <summary>The value of a string literal, or of literals joined by +.</summary>
    private static string? Text(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.Token.Value is string text => text,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
            => Text(sum.Left) is { } left && Text(sum.Right) is { } right ? left + right : null,
        ParenthesizedExpressionSyntax inner => Text(inner.Expression),
        _ => null,
    };

    private static bool IsTrue(SeparatedSyntaxList<AttributeArgumentSyntax> arguments, string name)
        => arguments.Any(a => a.NameEquals?.Name.Identifier.ValueText == name && a.Expression.IsKind(SyntaxKind.TrueLiteralExpression));

    private static bool IsDeclared(MethodDeclarationSyntax method, bool isStruct)
        => method.Identifier.ValueText == "Apply"
            ? method.Modifiers.Any(SyntaxKind.PartialKeyword)
            : method.Modifiers.Any(SyntaxKind.StaticKeyword) != isStruct;

    private static OpSourceMethod Method(MethodDeclarationSyntax method)
        => new(method.Identifier.ValueText, IsCallable: true, Parameters(method.ParameterList));

    private static EquatableArray<OpSourceParameter> Parameters(ParameterListSyntax list)
        => list.Parameters.Select(Parameter).ToEquatableArray();

    private static OpSourceParameter Parameter(ParameterSyntax parameter)
    {
        var type = parameter.Type?.ToString() ?? "";
        var initial = parameter.Default is { } clause ? new ConstantIr(type, clause.Value.ToString(), null) : null;
        return new OpSourceParameter(parameter.Identifier.ValueText, type, IsEnum: false, initial);
    }
}
