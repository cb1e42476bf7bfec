using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Reads how modules are created: arguments, what Sequentials and lists are given, small functions that create them.</summary>
/// <param name="known">The types of the runtime.</param>
/// <param name="leaf">The scalar that a reference stands for; null where that is not known.</param>
/// <param name="option">A member of an object that holds hyperparameters; null where it is not known.</param>
/// <param name="source">What a local or a readonly member was set to; null where that is not known.</param>
/// <param name="function">What a function of the program does; null for any other.</param>
/// <param name="constant">What a static readonly field of the program is set to; null for any other.</param>
/// <param name="site">Numbers a place.</param>
internal sealed partial class CreationLowering(
    KnownTypes known,
    Func<IOperation, ScalarIr?> leaf,
    Func<IOperation, ISymbol, ScalarIr?> option,
    Func<IOperation, IOperation?> source,
    Func<IMethodSymbol, IOperation?> function,
    Func<IFieldSymbol, IOperation?> constant,
    Func<Location, int> site)
{
    private const int MaxDepth = 16;

    /// <summary>What parameters, locals and members are where the code that sets them is being read: a scalar, a creation, or null for what is not known.</summary>
    private readonly Dictionary<ISymbol, object?> _values = new(SymbolEqualityComparer.Default);
    private int _depth;

    /// <summary>The creation of a module, or of a list of modules, that an expression is; null where it is none that can be read.</summary>
    public CreationIr? Lower(IOperation value)
    {
        if (_depth == MaxDepth)
            return null;
        _depth++;
        var operation = Construction.Unwrap(value);
        var creation = operation switch
        {
            IObjectCreationOperation { Type: INamedTypeSymbol type } created when known.IsModule(type) => Create(created, type),
            IObjectCreationOperation { Type: { } type } created when known.ModuleElement(type) is not null => Group(created),
            ICollectionExpressionOperation { Type: INamedTypeSymbol type } list when known.IsModule(type)
                => Group(list, list.Elements) with { Type = MemberKinds.ContractName(type), Text = type.Name },
            ICollectionExpressionOperation { Type: { } type } list when known.ModuleElement(type) is not null => Group(list, list.Elements),
            IArrayCreationOperation { Type: { } type } array when known.ModuleElement(type) is not null => Group(array),
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => Condition(conditional.Condition) is { } holds ? Lower(holds ? conditional.WhenTrue : whenFalse) : null,
            IInvocationOperation call when HoldsModules(call.Type) => Called(call),
            var reference when Symbol(reference) is { } symbol && _values.TryGetValue(symbol, out var known) => known as CreationIr,
            IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter } when known.HoldsModule(parameter.Type)
                => new CreationIr("", parameter.Name, Site(operation), EquatableArray<NamedScalar>.Empty) { Parameter = parameter.Name },
            var reference => source(reference) is { } set ? Lower(set) : null,
        };
        _depth--;
        return creation;
    }

    private bool HoldsModules(ITypeSymbol? type) => type is not null && (known.IsModule(type) || known.ModuleElement(type) is not null);

    private CreationIr? Create(IObjectCreationOperation creation, INamedTypeSymbol type)
    {
        var elements = creation.Arguments.FirstOrDefault(a => known.ModuleElement(a.Parameter!.Type) is not null || IsNamed(a.Parameter.Type));
        var factory = creation.Arguments.FirstOrDefault(a => a.Parameter!.Type.TypeKind == TypeKind.Delegate);
        var created = new CreationIr(
            MemberKinds.ContractName(type),
            type.Name + Text(creation),
            Site(creation),
            ArgumentsOf(creation, Scalar))
        {
            Modules = creation.Arguments
                .Where(a => a.Parameter is { } p && known.HoldsModule(p.Type) && a != elements)
                .Select(a => new NamedCreation(a.Parameter!.Name, IsNull(a.Value) ? null : Element(a.Value)))
                .ToEquatableArray(),
        };
        if (factory is not null)
            return Repeat(created, creation, factory);
        var given = elements is null ? null : IsNamed(elements.Parameter!.Type) ? NamedElements(elements.Value) : Lower(elements.Value);
        if (elements is not null && given is null)
            return created;
        if (creation.Initializer is { } initializer)
            return Add(given ?? Group(creation, []), initializer.Initializers.OfType<IInvocationOperation>().Select(add => add.Arguments[0].Value)) is { } all ? created with { Elements = all.Elements } : created;
        return elements is null && !IsList(type) ? created : created with { Elements = given?.Elements ?? EquatableArray<CreationIr>.Empty, Repeat = given?.Repeat };
    }

    private static bool IsList(INamedTypeSymbol type) => type is { Name: "ModuleList" or "Sequential", ContainingNamespace.Name: "NnGen" };

    /// <summary>A list whose elements a lambda creates.</summary>
    private CreationIr Repeat(CreationIr list, IObjectCreationOperation creation, IArgumentOperation factory)
    {
        var count = creation.Arguments.Where(a => a != factory).Select(a => Scalar(a.Value)).FirstOrDefault();
        return count is not null && ElementOf(factory.Value) is var (index, element) ? list with { Elements = EquatableArray.Create(element), Repeat = new RepeatIr(count, index) } : list;
    }

    /// <summary>What a lambda over the number of an element creates, and the name of that number.</summary>
    private (string Index, CreationIr Element)? ElementOf(IOperation factory)
    {
        if (Lambda(factory) is not { Parameters.Length: 1 } lambda || lambda.Value is not { } value)
            return null;
        var index = lambda.Parameters[0];
        _values[index] = new ConstructorParameterIr("int", index.Name);
        return Lower(value) is { } element ? (index.Name, element) : null;
    }

    private static (ImmutableArray<IParameterSymbol> Parameters, IOperation? Value)? Lambda(IOperation value)
        => Construction.Unwrap(value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: { Length: 1 } operations } lambda }
            && operations[0] is IReturnOperation { ReturnedValue: { } returned }
            ? (lambda.Symbol.Parameters, returned)
            : null;

    private static CreationIr At(CreationIr creation, int site)
        => creation with { Site = site, Elements = creation.Elements is { } elements ? elements.Select(element => At(element, site)).ToEquatableArray() : null };

    /// <summary>A list of modules that is none itself: what an array, a List or a query gives.</summary>
    private CreationIr Group(IOperation list, IEnumerable<IOperation> elements)
        => Add(new CreationIr("", "", Site(list), EquatableArray<NamedScalar>.Empty, EquatableArray<CreationIr>.Empty), elements)
            ?? new CreationIr("", "", Site(list), EquatableArray<NamedScalar>.Empty);

    private CreationIr? Group(IObjectCreationOperation list)
    {
        var from = list.Arguments.FirstOrDefault(a => HoldsModules(a.Parameter?.Type));
        var group = from is null ? Group(list, []) : Lower(from.Value);
        return group is null ? null : Add(group, list.Initializer?.Initializers.OfType<IInvocationOperation>().Select(add => add.Arguments[0].Value) ?? []);
    }

    private CreationIr? Group(IArrayCreationOperation array)
    {
        if (array.Initializer is { } initializer)
            return Group(array, initializer.ElementValues);
        return array.DimensionSizes.Length == 1 && Scalar(array.DimensionSizes[0]) is ConstantIr { Integer: >= 0 and <= MaxTurns and var count }
            ? Group(array, []) with { Elements = Enumerable.Repeat(Unknown(array), (int)count).ToEquatableArray() }
            : null;
    }

    /// <summary>A list with more elements at its end; null where it is not known how many these are.</summary>
    private CreationIr? Add(CreationIr list, IEnumerable<IOperation> elements)
    {
        foreach (var element in elements)
        {
            if (list is not { Elements: { } before, Repeat: null })
                return list.Elements is null || elements.Any() ? null : list;
            if (Construction.Unwrap(element) is not ISpreadOperation spread)
                list = list with { Elements = before.Append(Element(element)).ToEquatableArray() };
            else if (Lower(spread.Operand) is not { Elements: { } more } group || (group.Repeat is not null && before.Count > 0))
                return null;
            else
                list = list with { Elements = before.Concat(more).ToEquatableArray(), Repeat = group.Repeat };
        }

        return list;
    }

    private CreationIr? NamedElements(IOperation value) => Construction.Unwrap(value) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => Group(value, initializer.ElementValues),
        ICollectionExpressionOperation collection => Group(value, collection.Elements),
        _ => null,
    };

    private CreationIr Unknown(IOperation place) => new("", "", Site(place), EquatableArray<NamedScalar>.Empty);

    /// <summary>A module, or the name and the module of a dictionary.</summary>
    private CreationIr Element(IOperation value)
    {
        if (Construction.Unwrap(value) is ITupleOperation { Elements: { Length: 2 } pair })
            return Element(pair[1]) with { Key = pair[0].ConstantValue.Value as string };
        return Lower(value) ?? Unknown(value);
    }

    /// <summary>Whether a type is an array of modules with names.</summary>
    private bool IsNamed(ITypeSymbol type)
        => type is IArrayTypeSymbol { ElementType: INamedTypeSymbol { IsTupleType: true, TypeArguments: { Length: 2 } parts } }
            && parts[0].SpecialType == SpecialType.System_String && known.IsModule(parts[1]);

    /// <summary>Constructor arguments that are no tensors and no modules, by parameter name, as far as they are known: for generated code, which reads members only.</summary>
    public EquatableArray<NamedScalar> Arguments(IObjectCreationOperation creation) => ArgumentsOf(creation, new ScalarLowering(leaf).Lower);

    private EquatableArray<NamedScalar> ArgumentsOf(IObjectCreationOperation creation, Func<IOperation, ScalarIr?> scalar)
        => creation.Arguments
            .Where(a => a.Parameter is { } p && !known.IsTensor(p.Type) && !known.HoldsModule(p.Type))
            .OrderBy(a => a.Parameter!.Ordinal)
            .SelectMany(a => OptionMembers.IsOptions(a.Parameter!.Type)
                ? OptionMembers.Of(a.Parameter.Type).Select(member => (Name: OptionMembers.Join(a.Parameter.Name, member), Value: option(Construction.Unwrap(a.Value), member)))
                : [(a.Parameter.Name, scalar(a.Value))])
            .Where(a => a.Value is not null)
            .Select(a => new NamedScalar(a.Name, a.Value!))
            .ToEquatableArray();

    private static bool IsNull(IOperation operation) => Construction.Unwrap(operation).ConstantValue is { HasValue: true, Value: null };

    private int Site(IOperation operation) => site(operation.Syntax.GetLocation());

    /// <summary>The arguments as written.</summary>
    private static string Text(IObjectCreationOperation creation)
        => creation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } ? SourceText.Line(arguments) : "()";
}
