using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Ops;

/// <summary>Binds the parameters of an op's methods to its contract, by name.</summary>
internal sealed class OpBinder
{
    private const string InputsOnly = "; a pointwise op reads inputs";
    private const string ResultsToo = InputsOnly + ", the result and its gradient";

    private readonly string _name;
    private readonly OpSource _source;
    private readonly ContractFacts _contract;
    private readonly List<OpProblem> _problems = [];
    private EquatableArray<OpHyper> _hypers = EquatableArray<OpHyper>.Empty;

    private OpBinder(string name, OpSource source, ContractFacts contract)
    {
        _name = name;
        _source = source;
        _contract = contract;
    }

    /// <summary>
    /// The op, and what is wrong with it; with problems, the op is good enough to declare <c>Apply</c> but not to be called.
    /// </summary>
    /// <param name="type">Metadata name.</param>
    /// <param name="fullName">C# name.</param>
    /// <param name="name">Simple name.</param>
    /// <param name="source">What its file says.</param>
    /// <param name="contract">What its contract says.</param>
    public static (OpModel Model, EquatableArray<OpProblem> Problems) Bind(
        string type, string fullName, string name, OpSource source, ContractFacts contract)
    {
        var binder = new OpBinder(name, source, contract);
        var model = binder.Bind(type, fullName);
        return (model, binder._problems.ToEquatableArray());
    }

    private OpKind Kind => _source.IsView ? OpKind.View : _source.IsStruct ? OpKind.Pointwise : OpKind.Kernel;

    private OpModel Bind(string type, string fullName)
    {
        _hypers = ReadHypers();
        foreach (var scalar in _contract.Hypers.Where(s => !_hypers.Any(h => h.Name == s)))
            Report(RulesOps.UnboundScalar, null, null, _name, scalar, DescribeHypers());

        var forward = EquatableArray<OpParameter>.Empty;
        var backward = forward;
        var draws = forward;
        var derivatives = EquatableArray<OpDerivative>.Empty;
        switch (Kind)
        {
            case OpKind.View:
                CheckView();
                break;
            case OpKind.Pointwise:
                (forward, derivatives) = BindPointwise();
                break;
            default:
                (forward, backward, draws) = BindKernel();
                break;
        }

        return new OpModel(
            type,
            fullName,
            _name,
            Kind,
            _source.Contract,
            _source.MultiplyAdds,
            _contract.Inputs,
            _contract.Outputs,
            _hypers,
            _contract.Hypers,
            _source.Method("Apply") is not null,
            forward,
            backward,
            draws,
            derivatives,
            BindEpilogues(),
            _source.FoldsInto);
    }

    /// <summary>Hyperparameters are declared by a partial Apply, else by a struct's constructor, else by Forward.</summary>
    private EquatableArray<OpHyper> ReadHypers()
    {
        IEnumerable<OpSourceParameter> declared;
        if (_source.Method("Apply") is { } apply)
            declared = apply.Parameters.Where(p => !IsTensor(p.Name));
        else if (_source.IsStruct)
            declared = _source.Constructor;
        else
            declared = _source.Methods.FirstOrDefault(m => m.Name == "Forward")?.Parameters.Where(IsScalar) ?? [];
        return declared.Select(p => new OpHyper(p.Name, p.Type, p.IsEnum, p.Default)).ToEquatableArray();
    }

    private bool IsScalar(OpSourceParameter parameter)
        => !OpTypes.IsMemory(parameter.Type) && Candidates(parameter, isBackward: false).Count == 0;

    private (EquatableArray<OpParameter> Forward, EquatableArray<OpParameter> Backward, EquatableArray<OpParameter> Draws) BindKernel()
    {
        var none = EquatableArray<OpParameter>.Empty;
        if (_source.Method("Forward") is not { } method)
        {
            ReportMissing("Forward", RulesOps.MissingForward, _name, "its results from spans of its inputs");
            return (none, none, none);
        }

        var forward = BindMethod(method, isBackward: false);
        CheckComputed(method, forward);
        var backward = none;
        if (_source.Method("Backward") is { } back)
            backward = BindMethod(back, isBackward: true);
        else if (NeedsDerivative)
            ReportMissing("Backward", RulesOps.MissingBackward, _name, "Backward");

        var draws = none;
        if (forward.Any(p => p.Role == OpParameterRole.Random))
        {
            if (_source.Method("Draws") is { } count)
                draws = BindMethod(count, isBackward: false);
            else
                ReportMissing("Draws", RulesOps.MissingDraws, _name);
        }

        return (forward, backward, draws);
    }

    private (EquatableArray<OpParameter> Forward, EquatableArray<OpDerivative> Derivatives) BindPointwise()
    {
        const string Form = "it takes one to three float tensors and gives one; write a static class for anything else";
        const string Signature = "its result from vectors: 'public V Forward<V>(V x) where V : struct, IVector<V>'";
        var isPlain = _contract.Inputs.All(i => i is { Type: DType.Float32, IsVariadic: false, IsOptional: false });
        if (!isPlain || _contract.Inputs.Count > 3 || _contract.Outputs.Count != 1)
            Report(RulesOps.PointwiseForm, null, null, _name, Form);
        if (_source.Method("Forward") is not { } method)
        {
            ReportMissing("Forward", RulesOps.MissingForward, _name, Signature);
            return (EquatableArray<OpParameter>.Empty, EquatableArray<OpDerivative>.Empty);
        }

        var derivatives = new List<OpDerivative>();
        foreach (var input in _contract.Inputs)
        {
            var name = _contract.Inputs.Count == 1 ? "Backward" : "Backward" + OpSignature.Pascal(input.Name);
            if (_source.Method(name) is { } derivative)
                derivatives.Add(new OpDerivative(input.Name, name, BindVectors(derivative, isBackward: true)));
            else if (NeedsDerivative)
                ReportMissing(name, RulesOps.MissingBackward, _name, name);
        }

        return (BindVectors(method, isBackward: false), derivatives.ToEquatableArray());
    }

    /// <summary>Forward writes every output. One that a parameter without meaning was meant for is not missed too.</summary>
    private void CheckComputed(OpSourceMethod method, EquatableArray<OpParameter> forward)
    {
        if (forward.Count < method.Parameters.Count)
            return;
        foreach (var output in _contract.Outputs.Where(o => !forward.Any(p => p.Role == OpParameterRole.Output && p.Target == o.Name)))
            Report(RulesOps.MissingForward, method.Name, null, _name, $"'{output.Name}': its 'Forward' takes no 'Span<{Element(output.Type, isBackward: false)}> {output.Name}'");
    }

    /// <summary>A method that is not there, or is there in a form in which it cannot be called.</summary>
    private void ReportMissing(string method, DiagnosticDescriptor rule, params string[] arguments)
    {
        if (!_source.Methods.Any(m => m.Name == method))
            Report(rule, null, null, arguments);
        else if (_source.IsStruct)
            Report(RulesOps.MethodForm, method, null, method, _name, $"public V {method}<V>(V x) where V : struct, IVector<V>");
        else
            Report(RulesOps.MethodForm, method, null, method, _name, $"public static {(method == "Draws" ? "long" : "void")} {method}(...)");
    }

    private bool NeedsDerivative
        => _source.IsDifferentiable
            && _contract.Inputs.Any(i => CanBeFloat(i.Type) && !i.IsState)
            && _contract.Outputs.Any(o => CanBeFloat(o.Type) && !o.IsSaved);

    private static bool CanBeFloat(DType type) => type is DType.Float32 or DType.Any;

    private void CheckView()
    {
        if (_contract.Inputs.Count != 1 || _contract.Outputs.Count != 1)
            Report(RulesOps.ViewForm, null, null, _name, "it takes one tensor and gives one");
        if (_source.Method("Forward") is not null || _source.Method("Backward") is not null)
            Report(RulesOps.ViewForm, null, null, _name, "it computes nothing, so it has no Forward and no Backward");
    }

    private EquatableArray<OpEpilogue> BindEpilogues()
    {
        var epilogues = new List<OpEpilogue>();
        foreach (var epilogue in _source.Epilogues)
        {
            var forward = _source.Method(epilogue.Forward);
            var backward = _source.Method(epilogue.Backward);
            if (forward is null || backward is null)
            {
                Report(RulesOps.MissingEpilogue, null, null, _name, forward is null ? epilogue.Forward : epilogue.Backward);
                continue;
            }

            epilogues.Add(new OpEpilogue(
                epilogue.Op,
                epilogue.Forward,
                BindMethod(forward, isBackward: false),
                epilogue.Backward,
                BindMethod(backward, isBackward: true)));
        }

        return epilogues.ToEquatableArray();
    }

    private EquatableArray<OpParameter> BindMethod(OpSourceMethod method, bool isBackward)
    {
        var bound = new List<OpParameter>();
        foreach (var parameter in method.Parameters)
        {
            if (BindParameter(method, parameter, isBackward) is not { } result)
                continue;
            bound.Add(result);
            var found = OpTypes.Simple(parameter.Type);
            if (ExpectedType(result, isBackward) is { } expected && found != expected)
                ReportAt(RulesOps.ParameterType, method, parameter, Describe(result.Role, result.Target), expected, found);
        }

        return bound.ToEquatableArray();
    }

    /// <summary>The vector operands of a pointwise method.</summary>
    private EquatableArray<OpParameter> BindVectors(OpSourceMethod method, bool isBackward)
    {
        var bound = new List<OpParameter>();
        foreach (var parameter in method.Parameters)
        {
            if (BindParameter(method, parameter, isBackward) is not { } result)
                continue;
            var isResult = result.Role is OpParameterRole.Output or OpParameterRole.OutputGradient;
            if (result.Role is OpParameterRole.Input || (isBackward && isResult))
                bound.Add(result);
            else
                ReportAt(RulesOps.UnknownParameter, method, parameter, isBackward ? ResultsToo : InputsOnly);
        }

        return bound.ToEquatableArray();
    }

    private OpParameter? BindParameter(OpSourceMethod method, OpSourceParameter parameter, bool isBackward)
    {
        var candidates = Candidates(parameter, isBackward);
        if (_hypers.Any(h => h.Name == parameter.Name))
            candidates.Add((OpParameterRole.Hyper, parameter.Name));
        switch (candidates.Count)
        {
            case 1:
                return new OpParameter(parameter.Name, candidates[0].Role, candidates[0].Target, parameter.Type);
            case 0:
                ReportAt(RulesOps.UnknownParameter, method, parameter, isBackward ? " of Forward" : "");
                return null;
            default:
                var (first, second) = (candidates[0], candidates[1]);
                ReportAt(RulesOps.NameClash, method, parameter, Describe(first.Role, first.Target), Describe(second.Role, second.Target));
                return null;
        }
    }

    /// <summary>Everything but a hyperparameter that the parameter can mean.</summary>
    private List<(OpParameterRole Role, string Target)> Candidates(OpSourceParameter parameter, bool isBackward)
    {
        var name = parameter.Name;
        var found = new List<(OpParameterRole, string)>();
        foreach (var input in _contract.Inputs)
        {
            if (name == input.Name)
                found.Add((OpParameterRole.Input, input.Name));
            if (isBackward && name == "d" + input.Name)
                found.Add((OpParameterRole.InputGradient, input.Name));
            if (name == input.Name + (input.IsVariadic ? "Shapes" : "Shape"))
                found.Add((OpParameterRole.Shape, input.Name));
        }

        foreach (var output in _contract.Outputs)
        {
            if (name == output.Name)
                found.Add((OpParameterRole.Output, output.Name));
            if (isBackward && name == "d" + output.Name)
                found.Add((OpParameterRole.OutputGradient, output.Name));
            if (name == output.Name + "Shape")
                found.Add((OpParameterRole.Shape, output.Name));
        }

        foreach (var dim in _contract.Dims)
        {
            if (name == char.ToLowerInvariant(dim[0]) + dim.Substring(1))
                found.Add((OpParameterRole.Dim, dim));
        }

        if (OpTypes.Simple(parameter.Type) == OpTypes.RandomState)
            found.Add((OpParameterRole.Random, name));
        if (name == "alternative")
            found.Add((OpParameterRole.Alternative, name));
        return found;
    }

    private bool IsTensor(string name) => _contract.Inputs.Any(i => i.Name == name);

    private string? ExpectedType(OpParameter parameter, bool isBackward)
    {
        switch (parameter.Role)
        {
            case OpParameterRole.Input:
                var input = _contract.Inputs.First(i => i.Name == parameter.Target);
                if (input.IsVariadic)
                    return input.Type == DType.Any && !isBackward ? OpTypes.AnyTensorSpans : OpTypes.TensorSpans;
                return (input.IsState && !isBackward ? "Span<" : "ReadOnlySpan<") + Element(input.Type, isBackward) + ">";
            case OpParameterRole.Output:
                var output = _contract.Outputs.First(o => o.Name == parameter.Target);
                return (isBackward ? "ReadOnlySpan<" : "Span<") + Element(output.Type, isBackward) + ">";
            case OpParameterRole.OutputGradient:
                return "ReadOnlySpan<float>";
            case OpParameterRole.InputGradient:
                return _contract.Inputs.First(i => i.Name == parameter.Target).IsVariadic ? OpTypes.GradientSpans : OpTypes.Gradient;
            case OpParameterRole.Dim or OpParameterRole.Alternative:
                return "int";
            case OpParameterRole.Shape:
                var isList = _contract.Inputs.Any(i => i.Name == parameter.Target && i.IsVariadic);
                return isList ? $"ReadOnlySpan<{OpTypes.Shape}>" : OpTypes.Shape;
            default:
                return null;
        }
    }

    /// <summary>Gradients flow through floats alone, so the backward pass of an op over any type is one over floats.</summary>
    private static string Element(DType type, bool isBackward) => OpTypes.Element(isBackward && type == DType.Any ? DType.Float32 : type);

    private static string Describe(OpParameterRole role, string target) => role switch
    {
        OpParameterRole.Input => $"the input '{target}'",
        OpParameterRole.Output => $"the result '{target}'",
        OpParameterRole.OutputGradient => $"the gradient of the result '{target}'",
        OpParameterRole.InputGradient => $"the gradient of the input '{target}'",
        OpParameterRole.Dim => $"the dim '{target}'",
        OpParameterRole.Shape => $"the shape of '{target}'",
        OpParameterRole.Hyper => $"the hyperparameter '{target}'",
        OpParameterRole.Random => "the random state",
        _ => "the index of the alternative that matched",
    };

    private string DescribeHypers() => _hypers.Count == 0 ? "it has none" : "it has " + string.Join(", ", _hypers.Select(h => h.Name));

    /// <summary>A problem whose message begins with the parameter and its method.</summary>
    private void ReportAt(DiagnosticDescriptor rule, OpSourceMethod method, OpSourceParameter parameter, params string[] arguments)
        => Report(rule, method.Name, parameter.Name, [parameter.Name, method.Name, .. arguments]);

    private void Report(DiagnosticDescriptor rule, string? method, string? parameter, params string[] arguments)
        => _problems.Add(new OpProblem(rule, method, parameter, EquatableArray.Create(arguments)));
}
