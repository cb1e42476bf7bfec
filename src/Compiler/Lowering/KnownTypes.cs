using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>The few names that lowering knows: base types and attributes. Everything else it reads from symbols.</summary>
internal sealed class KnownTypes
{
    public const string ModuleAttribute = "NnGen.ModuleAttribute";
    public const string ModuleContractAttribute = "NnGen.ModuleContractAttribute";
    public const string NotCompiledAttribute = "NnGen.CompilerServices.NotCompiledAttribute";
    public const string DifferentiableAttribute = "NnGen.DifferentiableAttribute";
    public const string Module = "NnGen.Module";
    public const string Shape = "NnGen.Shape";
    public const string Range = "System.Range";

    /// <summary>In brackets: all dims that the other items leave out.</summary>
    public const string Ellipsis = "Ellipsis";

    /// <summary>The element of a tensor that has one, as a number.</summary>
    public const string Item = "Item";

    /// <summary>The method of a tensor that gives one dim.</summary>
    public const string Size = "Size";

    /// <summary>The number of dims, of a tensor or of its shape.</summary>
    public const string Rank = "Rank";

    /// <summary>The number of elements, of a tensor or of its shape.</summary>
    public const string Count = "Count";

    /// <summary>The number of sizes, where these are an array.</summary>
    public const string Length = "Length";

    /// <summary>The sizes of a shape.</summary>
    public const string Dims = "Dims";

    /// <summary>The generated twin of <see cref="Forward"/>: inside a compiled method both mean the same.</summary>
    public const string Call = "Call";
    public const string Forward = "Forward";
    public const string Training = "Training";

    private const string RecomputeAttribute = "NnGen.RecomputeAttribute";
    private const string Functions = "NnGen.F";
    private const string StopGradientAttribute = "NnGen.StopGradientAttribute";
    private const string Autograd = "NnGen.Autograd";
    private const string BufferAttribute = "NnGen.BufferAttribute";
    private const string NameAttribute = "NnGen.NameAttribute";
    private const string ShapeAttribute = "NnGen.ShapeAttribute";
    private const string ShapeContractAttribute = "NnGen.ShapeContractAttribute";

    private readonly INamedTypeSymbol _module;
    private readonly INamedTypeSymbol _tensor;
    private readonly INamedTypeSymbol _typedTensor;
    private readonly INamedTypeSymbol _parameter;

    private KnownTypes(INamedTypeSymbol module, INamedTypeSymbol tensor, INamedTypeSymbol typedTensor, INamedTypeSymbol parameter)
    {
        _module = module;
        _tensor = tensor;
        _typedTensor = typedTensor;
        _parameter = parameter;
    }

    /// <summary>The types of the runtime that a compilation references; null where it references none.</summary>
    public static KnownTypes? Find(Compilation compilation)
        => compilation.GetTypeByMetadataName(Module) is { } module
            && compilation.GetTypeByMetadataName("NnGen.Tensor") is { } tensor
            && compilation.GetTypeByMetadataName("NnGen.Tensor`1") is { } typedTensor
            && compilation.GetTypeByMetadataName("NnGen.Parameter") is { } parameter
            ? new KnownTypes(module, tensor, typedTensor, parameter)
            : null;

    /// <summary>Element type where the type is a tensor, else null.</summary>
    public DType? ElementType(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named)
            return null;
        if (!SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, _typedTensor))
            return DerivesFrom(named, _tensor) ? DType.Float32 : null;
        return named.TypeArguments[0].SpecialType switch
        {
            SpecialType.System_Int64 => DType.Int64,
            SpecialType.System_Int32 => DType.Int32,
            SpecialType.System_Boolean => DType.Bool,
            SpecialType.System_Byte => DType.UInt8,
            SpecialType.System_Double => DType.Float64,
            _ => null,
        };
    }

    public static bool IsShape(ITypeSymbol? type) => type?.ToDisplayString() == Shape;

    public bool IsTensor(ITypeSymbol? type) => ElementType(type) is not null;

    public bool IsParameter(ITypeSymbol? type) => DerivesFrom(type, _parameter);

    /// <summary>Whether values of the type are modules. A class marked <c>[Module]</c> is one, even where its other half is missing.</summary>
    public bool IsModule(ITypeSymbol? type) => DerivesFrom(type, _module) || IsMarkedModule(type);

    /// <summary>Whether a member of the type is a child: a module by its class, or one known by an interface or a type parameter.</summary>
    public bool HoldsModule(ITypeSymbol? type) => IsModule(type) || type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(HoldsModule),
        INamedTypeSymbol { TypeKind: TypeKind.Interface } contract => contract.AllInterfaces.Append(contract).Any(IsModuleInterface),
        _ => false,
    };

    /// <summary>Whether an interface asks for a method over tensors, as <c>IModule</c> does: what implements it computes.</summary>
    private bool IsModuleInterface(INamedTypeSymbol type)
        => type.GetMembers().OfType<IMethodSymbol>().Any(method => method is { IsStatic: false, MethodKind: MethodKind.Ordinary } && MethodSignature.IsOverTensors(this, method));

    /// <summary>Whether the type is the base class of all modules itself.</summary>
    public bool IsModuleBase(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, _module);

    public static bool IsMarkedModule(ITypeSymbol? type) => type is not null && Attribute(type, ModuleAttribute) is not null;

    /// <summary>The module type that an array or collection holds, else null.</summary>
    public ITypeSymbol? ModuleElement(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return IsModule(array.ElementType) ? array.ElementType : null;
        return IsModule(type)
            ? null
            : type.AllInterfaces.Append(type as INamedTypeSymbol)
                .Where(i => i is { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } or { TypeArguments.Length: 2 })
                .Select(i => i!.TypeArguments[i.TypeArguments.Length - 1])
                .FirstOrDefault(IsModule);
    }

    /// <summary>Whether a type is a list, stack, queue, array or span of tensors, or of tuples or records of tensors.</summary>
    public bool IsTensorList(ITypeSymbol? type) => ListElement(type) is not null;

    /// <summary>What a list, stack, queue, array or span of tensors, or of tuples or records of tensors, holds; null where the type is none.</summary>
    public ITypeSymbol? ListElement(ITypeSymbol? type)
    {
        var element = type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol
            {
                Name: "List" or "Stack" or "Queue" or "IList" or "IReadOnlyList" or "IReadOnlyCollection" or "IEnumerable",
                TypeArguments: { Length: 1 } arguments,
                ContainingNamespace: { } space,
            } when space.ToDisplayString() == "System.Collections.Generic" => arguments[0],
            INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: { Length: 1 } arguments, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
                => arguments[0],
            _ => null,
        };
        return element is not null && MethodSignature.ResultTypes(this, element) is not null ? element : null;
    }

    /// <summary>Whether a type is an entry of a dictionary.</summary>
    public static bool IsPair(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments.Length: 2 };

    /// <summary>Whether values of the type can be arguments that are no tensors.</summary>
    public static bool IsScalar(ITypeSymbol? type) => type switch
    {
        null => false,
        { TypeKind: TypeKind.Enum } => true,
        { TypeKind: TypeKind.Struct } when OpSourceReader.DefaultSize(type) is not null => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsScalar(nullable.TypeArguments[0]),
        _ => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String
            or (>= SpecialType.System_SByte and <= SpecialType.System_Double),
    };

    public static AttributeData? ShapeOf(IEnumerable<AttributeData> attributes) => Attribute(attributes, ShapeAttribute);

    /// <summary>What a method of a module written by hand states of its shapes.</summary>
    public static string? ShapeContractOf(ISymbol method) => Attribute(method, ShapeContractAttribute) is { } contract ? TextOf(contract) : null;

    public static string? KeyOf(ISymbol member) => Attribute(member, NameAttribute) is { } name ? TextOf(name) : null;

    /// <summary>The text that an attribute is given first.</summary>
    public static string? TextOf(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value as string;

    /// <summary>Whether a member is a buffer, and if so whether the state dict holds it.</summary>
    public static (bool IsBuffer, bool IsPersistent) BufferOf(ISymbol member)
    {
        if (Attribute(member, BufferAttribute) is not { } buffer)
            return (false, false);
        return (true, buffer.NamedArguments.FirstOrDefault(a => a.Key == "Persistent").Value.Value as bool? ?? true);
    }

    /// <summary>Whether a module is never trained.</summary>
    public static bool IsInference(ITypeSymbol module)
        => Attribute(module, ModuleAttribute)?.NamedArguments.Any(a => a is { Key: "Inference", Value.Value: true }) == true;

    /// <summary>Whether a method is marked <c>[Differentiable]</c>.</summary>
    public static bool IsComposite(IMethodSymbol method) => Attribute(method, DifferentiableAttribute) is not null;

    /// <summary>Whether a class, method or member is marked <c>[Recompute]</c>.</summary>
    public static bool IsRecomputed(ISymbol symbol) => Attribute(symbol, RecomputeAttribute) is not null;

    /// <summary>Whether a method is <c>F.Checkpoint</c>.</summary>
    public static bool IsCheckpoint(IMethodSymbol method) => method.Name == "Checkpoint" && method.ContainingType?.ToDisplayString() == Functions;

    public static bool StopsGradient(ISymbol symbol) => Attribute(symbol, StopGradientAttribute) is not null;

    /// <summary>Whether a method is <c>Autograd.NoGrad</c>.</summary>
    public static bool IsNoGrad(IMethodSymbol method) => method.Name == "NoGrad" && method.ContainingType?.ToDisplayString() == Autograd;

    public static AttributeData? Attribute(ISymbol symbol, string name) => Attribute(symbol.GetAttributes(), name);

    private static AttributeData? Attribute(IEnumerable<AttributeData> attributes, string name)
        => attributes.FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == name);

    private static bool DerivesFrom(ITypeSymbol? type, INamedTypeSymbol ancestor)
    {
        if (type is ITypeParameterSymbol parameter)
            return parameter.ConstraintTypes.Any(c => DerivesFrom(c, ancestor));
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, ancestor))
                return true;
        }

        return false;
    }
}
