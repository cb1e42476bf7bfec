using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Objects that hold hyperparameters: <c>new Gpt(new GptConfig(Dim: 64, Heads: 4))</c>. Each number, flag and enum in one is known by its
/// path, as <c>config.Dim</c>.
/// </summary>
internal static class OptionMembers
{
    /// <summary>Whether a type may hold hyperparameters: a record, a struct, or a class of the program itself.</summary>
    public static bool IsOptions(ITypeSymbol type)
        => type is { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, IsRefLikeType: false } and INamedTypeSymbol { IsTupleType: false }
            && !KnownTypes.IsScalar(type)
            && !KnownTypes.IsShape(type)
            && (type.IsRecord || type.DeclaringSyntaxReferences.Length > 0 || (type.TypeKind == TypeKind.Struct && !IsOfSystem(type)))
            && Of(type).Any();

    /// <summary>Whether a type is of the core library, whose structs are values of their own: spans, ranges, dates.</summary>
    private static bool IsOfSystem(ITypeSymbol type)
    {
        var ns = type.ContainingNamespace;
        while (ns is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            ns = ns.ContainingNamespace;
        return ns?.Name is "System" or "NnGen";
    }

    /// <summary>The hyperparameters that an object holds.</summary>
    public static IEnumerable<ISymbol> Of(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType!)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } or IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null }
                    && MemberKinds.IsPublic(member)
                    && KnownTypes.IsScalar(MemberKinds.TypeOf(member)))
                    yield return member;
            }
        }
    }

    /// <summary>Whether what an object says stays as it was constructed.</summary>
    public static bool IsReadOnly(ISymbol member)
        => MemberKinds.IsReadOnly(member)
            && !MemberKinds.IsOverridable(member)
            && (member.ContainingType.IsRecord || member.ContainingType.IsReadOnly || (member.DeclaringSyntaxReferences.Length > 0 && MemberKinds.IsStored(member)));

    /// <summary>What an expression that creates an object gives to one of its members; null where that is not seen.</summary>
    public static IOperation? Given(IObjectCreationOperation creation, ISymbol member)
    {
        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IMemberReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Member, member))
                return assignment.Value;
        }

        // A record's parameters are its properties.
        return creation.Type is { IsRecord: true } ? creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == member.Name)?.Value : null;
    }

    /// <summary>The path of a member of an object.</summary>
    public static string Join(string path, ISymbol member) => path + "." + member.Name;

    /// <summary>The type of a member as generated code writes it.</summary>
    public static string TypeName(ISymbol member) => TypeDeclarations.FullName(MemberKinds.TypeOf(member));
}
