using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Ops;

/// <summary>One of several tensors that a value holds.</summary>
/// <param name="Name">Name of the tuple's element or the record's property.</param>
/// <param name="Type">Its type.</param>
internal readonly record struct TensorPart(string Name, ITypeSymbol Type)
{
    /// <summary>The name of a parameter that stands for it.</summary>
    public string ParameterName => char.ToLowerInvariant(Name[0]) + Name.Substring(1);
}

/// <summary>
/// Types whose values are several values side by side: tuples, records with a primary constructor, and classes and structs of
/// properties that an initializer sets.
/// </summary>
internal static class TensorGroups
{
    /// <summary>The parts in order; empty where the type is none of these.</summary>
    public static ImmutableArray<TensorPart> PartsOf(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => PartsOf(nullable.TypeArguments[0]),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Select(e => new TensorPart(e.Name, e.Type)).ToImmutableArray(),
        INamedTypeSymbol { IsRecord: true } record when ConstructorOf(record) is { } constructor
            => constructor.Parameters.Select(p => new TensorPart(p.Name, p.Type)).ToImmutableArray(),
        INamedTypeSymbol holder when IsInitialized(holder) => InitializedOf(holder).Select(p => new TensorPart(p.Name, p.Type)).ToImmutableArray(),
        _ => [],
    };

    /// <summary>Whether values of a type are made by an initializer that sets its properties.</summary>
    public static bool IsInitialized(INamedTypeSymbol type)
        => type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false, IsAbstract: false, IsStatic: false, SpecialType: SpecialType.None }
            && type.BaseType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
            && !(type.IsRecord && ConstructorOf(type) is not null)
            && type.InstanceConstructors.Any(constructor => constructor is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public })
            && !type.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public })
            && InitializedOf(type).Any();

    private static IEnumerable<IPropertySymbol> InitializedOf(INamedTypeSymbol type)
        => type.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, IsIndexer: false, SetMethod.DeclaredAccessibility: Accessibility.Public });

    /// <summary>The constructor of a record that takes its properties; null where it has none.</summary>
    public static IMethodSymbol? ConstructorOf(INamedTypeSymbol record)
        => record.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length > 0 && constructor.Parameters.All(parameter
            => record.GetMembers(parameter.Name).OfType<IPropertySymbol>().Any(property => SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type))));

    /// <summary>The place of the part that a member reads; -1 where it reads none.</summary>
    public static int IndexOf(ISymbol member)
    {
        var parts = PartsOf(member.ContainingType);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Name == member.Name || (member is IFieldSymbol && member.Name == $"Item{i + 1}"))
                return i;
        }

        return -1;
    }
}
