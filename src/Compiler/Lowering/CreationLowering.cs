using System;
using System.Collections.Generic;
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
/// <param name="body">The expression that a function returns and does nothing else; null for any other function.</param>
/// <param name="site">Numbers a place.</param>
internal sealed class CreationLowering(
    KnownTypes known,
    Func<IOperation, ScalarIr?> leaf,
    Func<IOperation, ISymbol, ScalarIr?> option,
    Func<IOperation, IOperation?> source,
    Func<IMethodSymbol, IOperation?> body,
    Func<Location, int> site)
{
    private const int MaxDepth = 16;

    /// <summary>What parameters of the functions that are being read were given.</summary>
    private readonly Dictionary<IParameterSymbol, ScalarIr?> _given = new(SymbolEqualityComparer.Default);
    private int _depth;

    /// <summary>The creation of a module that an expression is; null where it is none that can be read.</summary>
    public CreationIr? Lower(IOperation value)
    {
        if (_depth == MaxDepth)
            return null;
        _depth++;
        var creation = Construction.Unwrap(value) switch
        {
            IObjectCreationOperation { Type: INamedTypeSymbol type } created when known.IsModule(type) => Create(created, type),
            ICollectionExpressionOperation { Type: INamedTypeSymbol type } list when known.IsModule(type)
                => new CreationIr(MemberKinds.ContractName(type), type.Name, Site(list), EquatableArray<NamedScalar>.Empty, Elements(list.Elements)),
            IInvocationOperation { TargetMethod.IsStatic: true } call when known.IsModule(call.Type) && body(call.TargetMethod) is { } result => Inline(call, result),
            var reference => source(reference) is { } set ? Lower(set) : null,
        };
        _depth--;
        return creation;
    }

    private CreationIr? Create(IObjectCreationOperation creation, INamedTypeSymbol type)
    {
        var elements = creation.Arguments.FirstOrDefault(a => known.ModuleElement(a.Parameter!.Type) is not null || IsNamed(a.Parameter.Type));
        var factory = creation.Arguments.FirstOrDefault(a => a.Parameter!.Type.TypeKind == TypeKind.Delegate);
        var created = new CreationIr(
            MemberKinds.ContractName(type),
            type.Name + Text(creation),
            Site(creation),
            Arguments(creation));
        if (factory is not null)
            return Repeat(created, creation, factory);
        var given = elements is null ? [] : ElementsOf(elements.Value);
        if (creation.Initializer is { } initializer)
            given = given is null ? null : given.Concat(initializer.Initializers.OfType<IInvocationOperation>().Select(add => add.Arguments[0].Value)).ToList();
        return created with { Elements = (elements is not null || creation.Initializer is not null) && given is not null ? Elements(given) : null };
    }

    /// <summary>A list whose elements a lambda creates.</summary>
    private CreationIr Repeat(CreationIr list, IObjectCreationOperation creation, IArgumentOperation factory)
    {
        var count = creation.Arguments.Where(a => a != factory).Select(a => Scalar(a.Value)).FirstOrDefault();
        if (count is null || factory.Value is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: { Length: 1 } operations } lambda }
            || operations[0] is not IReturnOperation { ReturnedValue: { } value } || lambda.Symbol.Parameters.Length != 1)
            return list;
        var index = lambda.Symbol.Parameters[0];
        _given[index] = new ConstructorParameterIr("int", index.Name);
        return Lower(value) is { } element ? list with { Elements = EquatableArray.Create(element), Repeat = new RepeatIr(count, index.Name) } : list;
    }

    /// <summary>What a function creates stands where it is called: there are the sizes.</summary>
    private CreationIr? Inline(IInvocationOperation call, IOperation result)
    {
        foreach (var argument in call.Arguments)
            _given[argument.Parameter!.OriginalDefinition] = Scalar(argument.Value);
        return Lower(result) is { } created ? At(created, Site(call)) : null;
    }

    private static CreationIr At(CreationIr creation, int site)
        => creation with { Site = site, Elements = creation.Elements is { } elements ? elements.Select(element => At(element, site)).ToEquatableArray() : null };

    private static List<IOperation>? ElementsOf(IOperation value) => Construction.Unwrap(value) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => [.. initializer.ElementValues],
        ICollectionExpressionOperation collection => [.. collection.Elements],
        IArrayCreationOperation => [],
        _ => null,
    };

    private EquatableArray<CreationIr> Elements(IEnumerable<IOperation> elements)
        => elements.Select(Element).ToEquatableArray();

    /// <summary>A module, or the name and the module of a dictionary.</summary>
    private CreationIr Element(IOperation value)
    {
        if (Construction.Unwrap(value) is ITupleOperation { Elements: { Length: 2 } pair })
            return Element(pair[1]) with { Key = pair[0].ConstantValue.Value as string };
        return Lower(value) ?? new CreationIr("", "", Site(value), EquatableArray<NamedScalar>.Empty);
    }

    /// <summary>Whether a type is an array of modules with names.</summary>
    private bool IsNamed(ITypeSymbol type)
        => type is IArrayTypeSymbol { ElementType: INamedTypeSymbol { IsTupleType: true, TypeArguments: { Length: 2 } parts } }
            && parts[0].SpecialType == SpecialType.System_String && known.IsModule(parts[1]);

    /// <summary>Constructor arguments that are no tensors and no modules, by parameter name, as far as they are known.</summary>
    public EquatableArray<NamedScalar> Arguments(IObjectCreationOperation creation)
        => creation.Arguments
            .Where(a => a.Parameter is { } p && !known.IsTensor(p.Type) && !known.HoldsModule(p.Type))
            .OrderBy(a => a.Parameter!.Ordinal)
            .SelectMany(a => OptionMembers.IsOptions(a.Parameter!.Type)
                ? OptionMembers.Of(a.Parameter.Type).Select(member => (Name: OptionMembers.Join(a.Parameter.Name, member), Value: option(Construction.Unwrap(a.Value), member)))
                : [(a.Parameter.Name, Scalar(a.Value))])
            .Where(a => a.Value is not null)
            .Select(a => new NamedScalar(a.Name, a.Value!))
            .ToEquatableArray();

    private ScalarIr? Scalar(IOperation operation)
        => new ScalarLowering(reference => reference is IParameterReferenceOperation { Parameter: var parameter } && _given.TryGetValue(parameter, out var given) ? given : leaf(reference))
            .Lower(operation);

    private int Site(IOperation operation) => site(operation.Syntax.GetLocation());

    /// <summary>The arguments as written.</summary>
    private static string Text(IObjectCreationOperation creation)
        => creation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } ? SourceText.Line(arguments) : "()";
}
