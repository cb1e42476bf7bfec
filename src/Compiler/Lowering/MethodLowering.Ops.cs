using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Members marked <c>[Lowers]</c>: the op, its tensors and its hyperparameters, bound by name.</summary>
internal sealed partial class MethodLowering
{
    private Term LowerOperator(IOperation operation, IMethodSymbol method, params IOperation[] operands)
        => OpBinding.LoweredType(method) is null
            ? Fail(RulesDifferentiability.UnknownMethod, operation, $"{method.ContainingType.Name}.{method.Name}")
            : LowerOp(operation, method, null, operands.Select((operand, i) => (method.Parameters[i], operand)));

    private Term LowerProperty(IPropertyReferenceOperation access) => LowerOp(access, access.Property, access.Instance, access.Arguments);

    private Term LowerOp(IOperation operation, ISymbol member, IOperation? receiver, IEnumerable<IArgumentOperation> arguments)
        => LowerOp(operation, member, receiver, arguments.Select(a => (a.Parameter!, a.Value)));

    private Term LowerOp(IOperation operation, ISymbol member, IOperation? receiver, IEnumerable<(IParameterSymbol Parameter, IOperation Value)> arguments)
        => Bound(OpBinding.Of(member), operation, receiver, arguments) is { } call
            ? Emit(member is IMethodSymbol method ? method.ReturnType : MemberKinds.TypeOf(member), call)
            : FailedTerm.Instance;

    /// <summary>The op with its arguments; null where one cannot be lowered, which has been reported.</summary>
    private OpCall? Bound(OpBinding? marked, IOperation operation, IOperation? receiver, IEnumerable<(IParameterSymbol Parameter, IOperation Value)> arguments)
    {
        if (marked is not { Problems.Count: 0 } binding)
        {
            // The analyzer of ops says what is wrong with the declaration; here it only cannot be used.
            _context.HasInvalidCode = true;
            return null;
        }

        var call = new OpCall(operation, binding.Op);
        var isWhole = receiver is null || AddReceiver(call, binding, receiver);
        return AddArguments(call, binding, arguments) && isWhole ? call : null;
    }

    /// <returns>False where an argument cannot be lowered, which has been reported.</returns>
    private bool AddArguments(OpCall call, OpBinding binding, IEnumerable<(IParameterSymbol Parameter, IOperation Value)> arguments)
    {
        var isWhole = true;
        foreach (var (parameter, value) in arguments)
        {
            var argument = binding.Arguments[parameter.Ordinal];
            isWhole &= argument.Kind switch
            {
                OpArgumentKind.Tensor => AddTensor(call, argument.Name, value, Lower(value)),
                OpArgumentKind.Parts => AddParts(call, value),
                _ => AddScalar(call, argument.Name, value),
            };
        }

        return isWhole;
    }

    private Term Emit(ITypeSymbol type, OpCall call)
    {
        if (MethodSignature.ResultTypes(_context.Known, type) is not { } types)
            return Unsupported(call.Operation);
        _context.Use(call.Op);
        var results = types.Select(t => _builder.Result(ProvisionalName(call.Op), t)).ToList();
        _builder.Add(Placed(new OpIr(
            Site(call.Operation),
            SourceText.Statement(call.Operation.Syntax),
            SourceText.Line(call.Operation.Syntax),
            call.Op.Type,
            call.Op.Inputs.SelectMany(i => call.Tensors.Where(t => t.Name == i.Name)).ToEquatableArray(),
            call.Op.Hypers.SelectMany(h => call.Scalars.Where(s => s.Name == h.Name)).ToEquatableArray(),
            results.ToEquatableArray())
        {
            Declared = call is { Module: { } module, Operation: IInvocationOperation { TargetMethod: var method, Syntax: var syntax } }
                ? _context.ContractOf(syntax, method, module.Path)
                : null,
        }));
        return Shaped(type, new Queue<int>(results));
    }

    /// <summary>The tensors of a record, as the inputs of their names.</summary>
    /// <returns>False where the argument cannot be lowered, which has been reported.</returns>
    private bool AddParts(OpCall call, IOperation argument)
    {
        var term = Lower(argument);
        if (term is FailedTerm)
            return false;
        if (term is not SequenceTerm { Items: var items })
        {
            Unsupported(argument);
            return false;
        }

        return TensorGroups.PartsOf(argument.Type)
            .Zip(items, (part, item) => !call.Op.Inputs.Any(i => i.Name == part.ParameterName) || AddTensor(call, part.ParameterName, argument, item))
            .ToList()
            .TrueForAll(isAdded => isAdded);
    }

    /// <returns>False where the argument cannot be lowered, which has been reported.</returns>
    private bool AddTensor(OpCall call, string name, IOperation argument, Term given)
    {
        var input = call.Op.Inputs.First(i => i.Name == name);
        foreach (var term in input.IsVariadic ? Flatten(Whole(given)) : [given])
        {
            switch (term)
            {
                case TensorTerm { Value: var value }:
                    call.Tensors.Add(new TensorArgument(name, value));
                    break;
                case ListTerm { Values: { Count: 1 } values } when input.IsVariadic && !call.Tensors.Any(tensor => tensor.Name == name):
                    call.Tensors.Add(new TensorArgument(name, values[0]));
                    break;
                case AbsentTerm when input.IsOptional:
                    break;
                case OptionalTerm optional when input.IsOptional:
                    Optional(optional);
                    return false;
                case AbsentTerm or OptionalTerm:
                    Missing(argument, call.Operation);
                    return false;
                case FailedTerm:
                    return false;
                default:
                    Unsupported(argument);
                    return false;
            }
        }

        return true;
    }

    /// <summary>A hyperparameter; the op's own default is left out. A tensor stands for its shape.</summary>
    private bool AddScalar(OpCall call, string name, IOperation argument)
    {
        if ((_context.Known.IsTensor(Construction.Unwrap(argument).Type) ? ShapeOf(argument) : _scalars.Lower(argument)) is not { } given)
            return false;
        if (call.Op.ShapeHypers.Contains(name) && IsKnownWhenCalled(given))
        {
            Fail(RulesDifferentiability.RunTimeSize, given is ListIr list && Elements(argument) is { } items ? items[list.Items.ToList().FindIndex(IsKnownWhenCalled)] : argument);
            return false;
        }

        AddScalar(call, name, given);
        return true;
    }

    /// <summary>The shape of a tensor; null where it is not known, which has been reported.</summary>
    private ShapeIr? ShapeOf(IOperation tensor)
    {
        switch (Lower(tensor))
        {
            case TensorTerm { Value: var value } when !MayBeNull(value):
                return new ShapeIr(value);
            case TensorTerm or AbsentTerm:
                Missing(tensor, tensor.Parent!);
                return null;
            default:
                return null;
        }
    }

    private static void AddScalar(OpCall call, string name, ScalarIr given)
    {
        var hyper = call.Op.Hypers.First(h => h.Name == name);
        var scalar = hyper.Accept(given);
        if (hyper.Default is not { } @default || scalar is not ConstantIr constant || constant.Text != @default.Text)
            call.Scalars.Add(new NamedScalar(name, scalar));
    }

    private static bool IsKnownWhenCalled(ScalarIr scalar) => ScalarFolding.Leaves(scalar).Any(leaf => leaf is ItemIr or TrainingIr);

    private static ImmutableArray<IOperation>? Elements(IOperation list) => Construction.Unwrap(list) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        _ => null,
    };

    /// <summary>What a result is called until it is assigned: <c>LinearOp</c> gives <c>linear</c>.</summary>
    private static string ProvisionalName(OpModel op)
    {
        var name = op.Name.EndsWith("Op", System.StringComparison.Ordinal) && op.Name.Length > 2 ? op.Name.Substring(0, op.Name.Length - 2) : op.Name;
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>An op with its arguments in the order in which they are evaluated.</summary>
    private sealed class OpCall(IOperation operation, OpModel op)
    {
        public IOperation Operation { get; } = operation;

        public OpModel Op { get; } = op;

        /// <summary>The module whose method the op is.</summary>
        public ModuleTerm? Module { get; set; }

        public List<TensorArgument> Tensors { get; } = [];

        public List<NamedScalar> Scalars { get; } = [];
    }
}
