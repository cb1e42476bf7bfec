using Microsoft.CodeAnalysis;

namespace NnGen.Analyzers.Tests.PublicApi;

/// <summary>What other assemblies can use of an assembly, a line for each type and member.</summary>
internal static class PublicApiText
{
    private static readonly SymbolDisplayFormat s_format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeExplicitInterface
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeType,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.None,
        SymbolDisplayKindOptions.IncludeTypeKeyword,
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The text of an assembly.</summary>
    public static string Of(IAssemblySymbol assembly)
        => string.Concat(Types(assembly.GlobalNamespace).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).Select(Text));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
        => container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member switch
        {
            INamedTypeSymbol type when IsReachable(type) => Types(type).Prepend(type),
            INamespaceSymbol => Types(member),
            _ => [],
        });

    private static string Text(INamedTypeSymbol type)
    {
        var members = type.GetMembers().Where(member => member is not INamedTypeSymbol && IsReachable(member) && !IsImplied(member))
            .Select(member => $"    {member.ToDisplayString(s_format)}\n");
        var bases = string.Join(", ", Bases(type));
        return $"{Modifiers(type)}{type.ToDisplayString(s_format)}{(bases.Length > 0 ? " : " : "")}{bases}\n{string.Concat(members.Order(StringComparer.Ordinal))}";
    }

    private static IEnumerable<string> Bases(INamedTypeSymbol type)
        => new[] { type.BaseType }.Where(b => b is { SpecialType: SpecialType.None })
            .Concat(type.Interfaces.Where(IsReachable).OrderBy(i => i.ToDisplayString(), StringComparer.Ordinal))
            .Select(b => b!.ToDisplayString(s_format.WithKindOptions(SymbolDisplayKindOptions.None)));

    private static bool IsReachable(ISymbol symbol)
        => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not TypeKind.Class } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    /// <summary>Accessors, and the constructor that every value type has.</summary>
    private static bool IsImplied(ISymbol member)
        => member is IMethodSymbol { AssociatedSymbol: not null } or IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsValueType: true, Parameters.IsEmpty: true };
}
