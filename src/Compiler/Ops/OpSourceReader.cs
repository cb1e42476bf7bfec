using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Ops;

/// <summary>Reads what an op's file says from its symbol, which may come from source or from metadata.</summary>
internal static class OpSourceReader
{
    public const string OpAttribute = "NnGen.OpAttribute";
    private const string EpilogueAttribute = "NnGen.EpilogueAttribute";
    private const string FoldsIntoAttribute = "NnGen.FoldsIntoAttribute";
    private const string SizeAttribute = "NnGen.SizeAttribute";

    /// <summary>The declaration of an op; null where the type is not marked as one.</summary>
    public static OpSource? Read(INamedTypeSymbol type)
    {
        if (Attributes(type, OpAttribute).FirstOrDefault() is not { } op
            || op.ConstructorArguments.FirstOrDefault().Value is not string contract)
            return null;
        var isStruct = type.TypeKind == TypeKind.Struct;
        return new OpSource(
            contract,
            isStruct,
            Flag(op, "IsView", false),
            Flag(op, "IsDifferentiable", true),
            op.NamedArguments.FirstOrDefault(argument => argument.Key == "MultiplyAdds").Value.Value as string,
            type.GetMembers().OfType<IMethodSymbol>().Where(IsDeclared).Select(m => ReadMethod(m, isStruct)).ToEquatableArray(),
            isStruct ? ReadConstructor(type) : EquatableArray<OpSourceParameter>.Empty,
            Attributes(type, EpilogueAttribute).Where(a => a.ConstructorArguments.Length == 3).Select(ReadEpilogue).ToEquatableArray(),
            Attributes(type, FoldsIntoAttribute).Select(a => TypeName(a.ConstructorArguments[0])).ToEquatableArray());
    }

    /// <summary>A compile-time constant as generated C# writes it.</summary>
    public static ConstantIr Constant(ITypeSymbol type, object? value)
    {
        var name = TypeDeclarations.FullName(type);
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && value is not null)
            return Constant(nullable.TypeArguments[0], value) with { Type = name };
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration && value is not null)
            return new ConstantIr(name, EnumText(enumeration, name, value), Convert.ToInt64(value, CultureInfo.InvariantCulture));
        if (value is null && DefaultSize(type) is { } size)
            return new ConstantIr(name, $"default({name})", size);
        return value switch
        {
            null => new ConstantIr(name, type.IsValueType && !name.EndsWith("?", StringComparison.Ordinal) ? "default" : "null", null),
            bool b => new ConstantIr(name, b ? "true" : "false", b ? 1 : 0),
            float f => new ConstantIr(name, FloatText(f), null),
            double d => new ConstantIr(name, DoubleText(d), null),
            string s => new ConstantIr(name, SymbolDisplay.FormatLiteral(s, quote: true), null),
            char c => new ConstantIr(name, SymbolDisplay.FormatLiteral(c, quote: true), c),
            ulong u => new ConstantIr(name, u.ToString(CultureInfo.InvariantCulture) + "UL", null),
            IFormattable n
                => new ConstantIr(name, n.ToString(null, CultureInfo.InvariantCulture), Convert.ToInt64(n, CultureInfo.InvariantCulture)),
            _ => new ConstantIr(name, value.ToString(), null),
        };
    }

    /// <summary>For a struct marked <c>[Size]</c>, what every item of its default value is; null for any other type.</summary>
    public static int? DefaultSize(ITypeSymbol type)
        => type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == SizeAttribute)?.ConstructorArguments.FirstOrDefault().Value as int?;

    /// <summary>
    /// Methods that declare the op. An Apply counts where its author wrote it as partial, and in metadata, where every op has
    /// its generated one.
    /// </summary>
    private static bool IsDeclared(IMethodSymbol method)
        => method.MethodKind == MethodKind.Ordinary
            && (method.Name != "Apply" || method.IsPartialDefinition || method.DeclaringSyntaxReferences.IsEmpty);

    private static OpSourceMethod ReadMethod(IMethodSymbol method, bool isStruct)
    {
        var isReachable = method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal;
        var isCallable = isReachable && (isStruct ? IsVectorFunction(method) || method.Name == "Apply" : method.IsStatic);
        return new(method.Name, isCallable, method.Parameters.Select(ReadParameter).ToEquatableArray());
    }

    /// <summary><c>V Forward&lt;V&gt;(V x)</c>: one type for all.</summary>
    private static bool IsVectorFunction(IMethodSymbol method)
        => method is { IsStatic: false, TypeParameters: { Length: 1 } vector }
            && method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType)
                .All(type => SymbolEqualityComparer.Default.Equals(type, vector[0]));

    private static OpSourceParameter ReadParameter(IParameterSymbol parameter)
        => new(
            parameter.Name,
            TypeDeclarations.FullName(parameter.Type),
            parameter.Type.TypeKind == TypeKind.Enum,
            parameter.HasExplicitDefaultValue ? Constant(parameter.Type, parameter.ExplicitDefaultValue) : null);

    /// <summary>The constructor with the most parameters: a struct also has one without.</summary>
    private static EquatableArray<OpSourceParameter> ReadConstructor(INamedTypeSymbol type)
    {
        var constructor = type.InstanceConstructors.OrderByDescending(c => c.Parameters.Length).FirstOrDefault();
        return constructor is null
            ? EquatableArray<OpSourceParameter>.Empty
            : constructor.Parameters.Select(ReadParameter).ToEquatableArray();
    }

    private static OpSourceEpilogue ReadEpilogue(AttributeData epilogue)
    {
        var arguments = epilogue.ConstructorArguments;
        return new OpSourceEpilogue(
            TypeName(arguments[0]),
            arguments[1].Value as string ?? "",
            arguments[2].Value as string ?? "");
    }

    private static string TypeName(TypedConstant type) => type.Value is INamedTypeSymbol named ? TypeDeclarations.MetadataName(named) : "";

    private static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type, string name)
        => type.GetAttributes().Where(a => a.AttributeClass is { } attribute && attribute.ToDisplayString() == name);

    private static bool Flag(AttributeData attribute, string name, bool otherwise)
        => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value as bool? ?? otherwise;

    private static string EnumText(INamedTypeSymbol type, string name, object value)
    {
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
        return member is null ? $"({name})({Convert.ToString(value, CultureInfo.InvariantCulture)})" : name + "." + member.Name;
    }

    private static string FloatText(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ => float.IsNaN(value) ? "float.NaN" : value.ToString("R", CultureInfo.InvariantCulture) + "f",
    };

    private static string DoubleText(double value) => value switch
    {
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => double.IsNaN(value) ? "double.NaN" : value.ToString("R", CultureInfo.InvariantCulture) + "d",
    };
}
