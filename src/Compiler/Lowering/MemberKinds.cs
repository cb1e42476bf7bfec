using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Fields, properties and captured parameters seen alike.</summary>
internal static class MemberKinds
{
    public static ITypeSymbol TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => throw new System.ArgumentException($"'{member.Name}' holds no value", nameof(member)),
    };

    /// <summary>Whether a member holds a value of each instance's own: a field, a property with a field behind it, a parameter.</summary>
    public static bool IsStored(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false },
        IPropertySymbol property => property is { IsStatic: false, IsIndexer: false } && IsAuto(property),
        _ => member is IParameterSymbol,
    };

    /// <summary>Whether it is set once, while the instance is constructed.</summary>
    public static bool IsReadOnly(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly,
        IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true },
        _ => true,
    };

    /// <summary>Whether a derived class may put a property of its own in its place.</summary>
    public static bool IsOverridable(ISymbol member)
        => (member.IsVirtual || member.IsAbstract || member.IsOverride) && !member.IsSealed && !member.ContainingType.IsSealed;

    /// <summary>By what a module's contract is found: the metadata name of its class. An interface or a type parameter has none.</summary>
    public static string ContractName(ITypeSymbol type)
        => type.OriginalDefinition is INamedTypeSymbol named ? TypeDeclarations.MetadataName(named) : "!" + type.Name;

    public static bool IsPublic(ISymbol member)
        => member.DeclaredAccessibility == Accessibility.Public && (member is not IPropertySymbol property || property.GetMethod?.DeclaredAccessibility == Accessibility.Public);

    /// <summary>Whether a property has a field behind it; one from metadata counts as having one.</summary>
    private static bool IsAuto(IPropertySymbol property)
        => property.DeclaringSyntaxReferences.Length == 0
            || property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));
}
