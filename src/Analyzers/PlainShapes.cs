using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Analyzers;

/// <summary>
/// Shapes in code that belongs to no module: modules are inferred with what they are created with, wherever that is, and calls with
/// tensors of known sizes. What changes from one turn of a loop to the next is not known, nor what is assigned more than once.
/// </summary>
internal sealed partial class PlainShapes
{
    /// <summary>Plain code belongs to no module.</summary>
    private static readonly ModuleIr s_noModule = new(
        new TypeIr("", "", "", EquatableArray<string>.Empty, "", "", IsSealed: true, IsPublic: false), null, default, default, default, default, IsBroken: false);

    private readonly KnownTypes _known;
    private readonly IModuleBodies _bodies;
    private readonly OperationBlockAnalysisContext _context;
    private readonly ConstraintStore _store = new();
    private readonly ScalarShapes _scalars;
    private readonly InstanceInference _instances;
    private readonly List<Location> _sites = [];
    private readonly Dictionary<SyntaxNode, SymbolicShape> _shapes = [];
    private readonly Dictionary<Location, bool> _isRefuted = [];

    private PlainShapes(KnownTypes known, IModuleBodies bodies, OperationBlockAnalysisContext context)
    {
        (_known, _bodies, _context) = (known, bodies, context);
        _scalars = new ScalarShapes(s_noModule, new MethodShapes(0, []), Arguments.Symbols, _store);
        _instances = new InstanceInference(bodies, _store);
    }

    public static void Analyze(OperationBlockAnalysisContext context, KnownTypes known, ModuleAnalysis analysis)
    {
        var shapes = new PlainShapes(known, analysis.Bodies(context.CancellationToken), context);
        var isOfModule = known.IsModule(context.OwningSymbol.ContainingType);
        foreach (var operation in context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            if (operation is IObjectCreationOperation or ICollectionExpressionOperation)
                shapes.CheckCreation(operation, isOfModule);
            else if (!isOfModule && operation is IInvocationOperation or IBinaryOperation)
                shapes.Of(operation);
            else if (!isOfModule && operation is IForEachLoopOperation loop)
                shapes.CheckLoop(loop);
        }
    }

    /// <summary>A module that can never run as it is created. In a module it is told where its member is called, a Sequential where it stands.</summary>
    private void CheckCreation(IOperation operation, bool isOfModule)
    {
        if (operation.Type is not INamedTypeSymbol type || !_known.IsModule(type) || (isOfModule && !IsSequential(operation)) || PlainCode.Ancestors(operation).Any(IsSequential))
            return;
        if (Creation(operation) is { } creation)
            IsRefuted(creation);
    }

    private bool IsRefuted(CreationIr creation)
    {
        var place = _sites[creation.Site];
        if (_isRefuted.TryGetValue(place, out var isRefuted))
            return isRefuted;
        var result = _instances.RunAny(new PlacedCreation(creation, _scalars));
        if (result.Mistake is { } mistake && At(_sites[result.Site]).ToList() is { Count: > 0 } here && !here.OfType<IInvocationOperation>().Any(IsWrongByItself))
            _context.ReportDiagnostic(Diagnostic.Create(RulesShapes.Refuted, _sites[result.Site], mistake));
        return _isRefuted[place] = result.Mistake is not null;
    }

    /// <summary>The operations of a place in the code that is read.</summary>
    private IEnumerable<IOperation> At(Location place)
        => _context.OperationBlocks.Where(block => block.Syntax.SyntaxTree == place.SourceTree).SelectMany(block => block.DescendantsAndSelf()).Where(operation => operation.Syntax.Span == place.SourceSpan);

    /// <summary>Whether what a function creates can never run whatever it is given, which is reported in the function.</summary>
    private bool IsWrongByItself(IInvocationOperation call)
        => PlainCode.Returned(call, _context.CancellationToken) is { } created && Creation(created) is { } creation && _instances.RunAny(new PlacedCreation(creation, _scalars)).Mistake is not null;

    private CreationIr? Creation(IOperation operation)
        => Construction.Unwrap(operation) is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: { Length: 1 } place }
            ? Creation(list) is { Elements: { } elements, Repeat: null } && place[0].Value.ConstantValue is { HasValue: true, Value: int number } && number >= 0 && number < elements.Count
                ? elements[number]
                : null
            : PlainCode.Creations(_known, operation, _sites, _context.CancellationToken).Lower(operation);

    private SymbolicShape Of(IOperation value)
    {
        var operation = Construction.Unwrap(value);
        if (_shapes.TryGetValue(operation.Syntax, out var known))
            return known;
        _shapes[operation.Syntax] = SymbolicShape.Unknown;
        return _shapes[operation.Syntax] = operation switch
        {
            IInvocationOperation { Instance: { } module } call when _known.IsModule(module.Type) => Called(call, module),
            IInvocationOperation call when OpBinding.Of(call.TargetMethod) is { Problems.Count: 0 } binding
                => Computed(call, binding, call.Instance, call.Arguments.Select(argument => (binding.Arguments[argument.Parameter!.Ordinal], argument.Value))),
            IBinaryOperation { OperatorMethod: { } method } binary when OpBinding.Of(method) is { Problems.Count: 0 } binding
                => Computed(binary, binding, null, [(binding.Arguments[0], binary.LeftOperand), (binding.Arguments[1], binary.RightOperand)]),
            IInvocationOperation { Instance: null } factory when _known.IsTensor(factory.Type) => Created(factory),
            var other => PlainCode.Source(other) is { } source ? Of(source) : SymbolicShape.Unknown,
        };
    }

    /// <summary>A tensor of given sizes: <c>Tensor.Randn(64, 784)</c>.</summary>
    private SymbolicShape Created(IInvocationOperation factory)
    {
        if (factory.TargetMethod.ContainingType is not { } type || !_known.IsTensor(type) || factory.Arguments.Any(argument => _known.IsTensor(argument.Parameter!.Type)))
            return SymbolicShape.Unknown;
        var sizes = factory.Arguments.Where(argument => MemberLowering.IsDims(argument.Parameter!)).ToList();
        if (sizes.Count != 1 || PlainCode.Scalar(sizes[0].Value) is not { } scalar || _scalars.Hyper(scalar) is not { Kind: HyperKind.List or HyperKind.Number } dims)
            return SymbolicShape.Unknown;
        return SymbolicShape.Of(dims.Kind == HyperKind.List ? dims.Items! : [dims.Number]);
    }

    private SymbolicShape Called(IInvocationOperation call, IOperation module)
    {
        var name = MethodOf(call.TargetMethod.Name);
        var tensors = call.Arguments.Where(argument => _known.IsTensor(argument.Parameter!.Type)).OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value).ToList();
        if (Creation(module) is not { } creation || tensors.Count == 0 || IsRefuted(creation))
            return SymbolicShape.Unknown;
        var inputs = tensors.Select(tensor => IsNull(tensor) ? null : Of(tensor)).ToList();
        var site = Site(call, tensors);
        if (ContractOf(call.TargetMethod, name) is { } text && Contract.Parse(text) is var contract && contract.Hypers.All(hyper => creation.Arguments.Any(argument => argument.Name == hyper)))
        {
            // A packed sequence takes several of the contract's tensors.
            return _known.IsTensor(call.TargetMethod.Parameters[0].Type) ? Stated(call, contract, creation, inputs, site) : SymbolicShape.Unknown;
        }

        var placed = new PlacedCreation(creation, _scalars);
        var result = creation.Type == CreationIr.Sequential
            ? _instances.RunSequential(placed, inputs[0] ?? SymbolicShape.Unknown, site)
            : _instances.RunMethod(placed, method => IsMethod(method, name, tensors), inputs, site);
        if (result.Mistake is { } mistake)
            Report(call, mistake);
        return result.Shape(0);
    }

    /// <summary>The user's method that a generated one runs.</summary>
    private static string MethodOf(string entry)
    {
        foreach (var prefix in new[] { "Call", "Predict", "ValueAndGrad" })
        {
            if (entry.StartsWith(prefix, System.StringComparison.Ordinal))
                return entry.Length == prefix.Length ? "Forward" : entry.Substring(prefix.Length);
        }

        return entry;
    }

    private bool IsMethod(MethodIr method, string name, List<IOperation> tensors)
        => method.Name == name && method.Variant is null && method.Inputs.Count == tensors.Count
            && method.Inputs.Zip(tensors, (input, tensor) => IsNull(tensor) ? input.IsOptional : _known.ElementType(Construction.Unwrap(tensor).Type) == input.Type).All(fits => fits);

    private SymbolicShape Computed(IOperation operation, OpBinding binding, IOperation? receiver, IEnumerable<(OpArgument Argument, IOperation Value)> arguments)
    {
        var given = arguments.ToList();
        var operands = given.Where(pair => pair.Argument.Kind == OpArgumentKind.Tensor && !IsNull(pair.Value)).Select(pair => (pair.Argument.Name, pair.Value));
        if (receiver is not null)
            operands = operands.Prepend((binding.Receiver!, receiver));
        var tensors = operands.ToDictionary(operand => operand.Item1, operand => operand.Item2);
        if (given.Any(pair => pair.Argument.Kind is OpArgumentKind.Parts or OpArgumentKind.Unknown)
            || binding.Op.Inputs.Any(input => input.IsVariadic && (!tensors.TryGetValue(input.Name, out var list) || Items(list) is null)))
            return SymbolicShape.Unknown;
        var contract = Contract.Parse(binding.Op.Contract);
        var inputs = binding.Op.Inputs
            .SelectMany(input => !tensors.TryGetValue(input.Name, out var tensor) ? (IEnumerable<IOperation?>)[null] : input.IsVariadic ? Items(tensor)! : [tensor])
            .ToList();
        var hypers = contract.Hypers.ToDictionary(name => name, name => Hyper(binding.Op, name, given));
        var result = SymbolicInference.Infer(contract, inputs.Select(input => input is null ? null : Of(input)).ToList(), null, hypers, _store);
        if (result.Truth == Truth.Refuted)
        {
            Report(operation, result.Messages(Site(operation, inputs))[0]);
            return SymbolicShape.Unknown;
        }

        return result.Outputs.Count == 1 ? result.Outputs[0] : SymbolicShape.Unknown;
    }

    /// <summary>What a list holds that is written where it is used; null for any other.</summary>
    private static IReadOnlyList<IOperation>? Items(IOperation list) => Construction.Unwrap(list) switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var values } => values,
        ICollectionExpressionOperation { Elements: var elements } when !elements.Any(element => element is ISpreadOperation) => elements,
        _ => null,
    };

    private HyperValue<Dim> Hyper(OpModel op, string name, List<(OpArgument Argument, IOperation Value)> given)
    {
        foreach (var (argument, value) in given)
        {
            if (argument.Name == name && argument.Kind == OpArgumentKind.Hyper)
                return PlainCode.Scalar(value) is { } scalar ? _scalars.Hyper(op.Hypers.First(hyper => hyper.Name == name).Accept(scalar)) : HyperValue<Dim>.Unknown;
        }

        return _scalars.Hyper(op.Hypers.FirstOrDefault(hyper => hyper.Name == name)?.Default);
    }

    private static CallSite Site(IOperation call, IEnumerable<IOperation?> tensors)
        => new(CallSites.Callee(SourceText.Line(call.Syntax)), tensors.Select(tensor => tensor is null ? CallArgument.Absent : new CallArgument(SourceText.Line(tensor.Syntax), IsMember: false)).ToList());

    /// <summary>What fails on purpose, in a test or where it is caught, is left alone.</summary>
    private void Report(IOperation place, string mistake)
    {
        if (!PlainCode.Ancestors(place).Any(ancestor => ancestor is IAnonymousFunctionOperation or ITryOperation { Catches.Length: > 0 }))
            _context.ReportDiagnostic(Diagnostic.Create(RulesShapes.Refuted, place.Syntax.GetLocation(), mistake));
    }

    private static bool IsNull(IOperation operation) => Construction.Unwrap(operation) is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    private static bool IsSequential(IOperation operation)
        => operation is IObjectCreationOperation or ICollectionExpressionOperation && operation.Type is { } type && TypeDeclarations.FullName(type) == "global::" + CreationIr.Sequential;
}
