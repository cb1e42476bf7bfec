using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

// Calls of modules: matched with what their methods declare, then inferred with what the module is created with, where that is known.
internal sealed partial class MethodInference
{
    private void Infer(CallIr call)
    {
        if (call.Declared is { } declared && Infer(call, declared, call.Inputs, call.Results, _sites.Of(call)))
            return;

        var creation = call.IsOfChild && _scope.Instances is not null ? _scope.Creation(call.Target, _scalars) : null;
        if (creation?.Creation.Type == CreationIr.Sequential)
        {
            InferSequential(call, creation);
            return;
        }

        if (creation is { Creation.IsUnknown: false } && creation.Creation.Type != call.TargetType)
        {
            InferActual(call, creation);
            return;
        }

        var callee = _scope.Linked.Child(call.TargetType);
        if (callee?.Methods.FirstOrDefault(candidate => candidate.Key == call.Method) is not { } method)
            return;
        var contract = CallContract.Of(callee, method, call.RunsBodyOf(method, Module, callee));
        var hypers = HyperValues.Of(callee.Constructor, hyper => Argument(call, creation, hyper));
        for (var i = 0; i < method.Scalars.Count; i++)
            hypers[method.Scalars[i].Name] = i < call.Scalars.Count ? _scalars.Hyper(call.Scalars[i]) : HyperValue<Dim>.Unknown;
        var inputs = call.Inputs.Select(Shape).ToList();
        var result = SymbolicInference.Infer(contract, inputs, null, hypers, _store);
        var site = _sites.Of(call);
        Report(call, result, site);
        if (result.Truth == Truth.Refuted)
            return;
        var inner = creation is null ? InstanceResult.Unknown : _scope.Instances!.Run(creation, call.Method, result, inputs, site with { Created = creation.Creation.Text });
        if (inner.Mistake is not null)
        {
            _findings.Add(new ShapeFinding(_scope.Reported, call.Site, Truth.Refuted, inner.Mistake));
            return;
        }

        for (var i = 0; i < call.Results.Count; i++)
            _shapes[call.Results[i]] = InstanceResult.Better(result.Outputs[i], inner.Shape(i));
    }

    /// <summary>A Sequential that fits for no input is reported where it is created.</summary>
    private void InferSequential(CallIr call, PlacedCreation sequential)
    {
        if (call.Inputs.Count != 1 || Shape(call.Inputs[0]) is not { } input)
            return;
        var result = _scope.Instances!.RunSequential(sequential, input, _sites.Of(call));
        if (result.Mistake is null)
            _shapes[call.Results[0]] = result.Shape(0);
        else
            _findings.Add(new ShapeFinding(_scope.Reported, call.Site, Truth.Refuted, result.Mistake));
    }

    /// <summary>A child that is declared by a base class, an interface or a type parameter, by the class it is created of.</summary>
    private void InferActual(CallIr call, PlacedCreation creation)
    {
        var site = _sites.Of(call) with { Created = creation.Creation.Text };
        var result = _scope.Instances!.RunMethod(creation, method => method.Key == call.Method && method.Variant is null, call.Inputs.Select(Shape).ToList(), site);
        if (result.Mistake is { } mistake)
            _findings.Add(new ShapeFinding(_scope.Reported, call.Site, Truth.Refuted, mistake));
        for (var i = 0; i < call.Results.Count && result.Mistake is null; i++)
            _shapes[call.Results[i]] = result.Shape(i);
    }

    /// <summary>What a child was created with; this module's own methods know its constructor parameters as they are here.</summary>
    private HyperValue<Dim> Argument(CallIr call, PlacedCreation? creation, HyperIr hyper)
    {
        if (call.Target.Length == 0)
            return _scope.Arguments.Find(hyper.Type, hyper.Name);
        var arguments = creation?.Creation.Arguments ?? Module.Members.FirstOrDefault(candidate => candidate.Name == call.Target)?.Arguments ?? EquatableArray<NamedScalar>.Empty;
        return (creation?.Holder ?? _scalars).Hyper(arguments.FirstOrDefault(argument => argument.Name == hyper.Name)?.Value);
    }
}
