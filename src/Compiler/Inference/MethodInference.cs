using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>Infers the shapes of one method, statement by statement. What is refuted has an unknown shape, so that one mistake gives one message.</summary>
internal sealed partial class MethodInference
{
    private readonly InferenceScope _scope;
    private readonly MethodIr _method;
    private readonly ConstraintStore _store;
    private readonly MethodShapes _shapes;
    private readonly ScalarShapes _scalars;
    private readonly CallSites _sites;
    private readonly List<ShapeFinding> _findings;

    /// <summary>Sizes of inputs that calls need to be certain numbers, which is checked when bound: which call, and the message that says so.</summary>
    private readonly Dictionary<string, (long Size, string Callee, string Message)> _needed = new(StringComparer.Ordinal);

    private MethodInference(InferenceScope scope, MethodIr method, List<ShapeFinding> findings)
    {
        _scope = scope;
        _method = method;
        _findings = findings;
        _store = scope.Store;
        _shapes = new MethodShapes(_method.Values.Count, Symbols());
        _scalars = new ScalarShapes(Module, _shapes, scope.Arguments, _store, scope.Method.Scalars, path => scope.Scalar(path, _scalars!), scope.Placed);
        _sites = new CallSites(scope.Linked, _method, scope.Caller);
    }

    private ModuleIr Module => _scope.Linked.Module;

    /// <param name="linked">The module.</param>
    /// <param name="index">Number of the method.</param>
    /// <param name="findings">Receives what is refuted or open.</param>
    /// <param name="bodies">What called modules compute; null in the generator.</param>
    public static MethodShapes Infer(LinkedModule linked, int index, List<ShapeFinding> findings, IModuleBodies? bodies)
    {
        var store = new ConstraintStore();
        var instances = bodies is null ? null : new InstanceInference(bodies, store);
        var inference = new MethodInference(InferenceScope.OfAny(linked, index, store, instances), linked.Module.Methods[index], findings);
        inference.AssumeSizes();
        NameSizes(linked.Module, linked.Module.Methods[index], Dim.Symbol, store);
        foreach (var size in bodies?.SizesOf(linked.Module.Type.MetadataName) ?? [])
            size.AddTo(store);
        inference.Infer(input => null);
        inference.CheckResults();
        return inference._shapes;
    }

    /// <summary>Infers a method of one instance, called with known shapes.</summary>
    public static InstanceResult InferInstance(InferenceScope scope, IReadOnlyList<SymbolicShape?> inputs)
    {
        var method = scope.Method;
        if (method.Body is null)
            return InstanceResult.Unknown;
        var findings = new List<ShapeFinding>();
        var inference = new MethodInference(scope, method, findings);
        inference.Infer(input => IndexOf(method, input) is var index && index < inputs.Count ? inputs[index] : null);
        if (findings.FirstOrDefault(finding => finding.Truth == Truth.Refuted) is { } mistake)
            return InstanceResult.Unknown with { Mistake = mistake.Message, Finding = mistake };
        return new InstanceResult(method.Results.Select(result => result.Value < 0 ? SymbolicShape.Unknown : inference._shapes[result.Value]).ToList());
    }

    /// <summary>What gives a tensor its size is at least 1; a padding, say, may be anything.</summary>
    private void AssumeSizes()
    {
        var sizes = new HashSet<string>(_method.Inputs.Select(input => input.Shape).Concat(_method.Values.Select(value => value.Shape)).OfType<string>().SelectMany(DeclaredShapes.Bound));
        var names = Module.Constructor.Select(hyper => hyper.Name).Concat(_method.Scalars.Select(scalar => scalar.Name));
        foreach (var name in names.Where(name => !sizes.Contains(name)))
            _store.AssumeAnything(name);
    }

    /// <summary>The names that inputs declare stand for any sizes, but for those of constructor parameters and plain values.</summary>
    public static void NameSizes(ModuleIr module, MethodIr method, Func<string, Dim?> symbol, ConstraintStore store)
    {
        var inputs = method.Inputs.Where(input => input.Shape is not null).Select(input => DeclaredShapes.Of(input.Shape!, symbol, store)).ToList();
        store.Name(inputs, name => module.Constructor.All(hyper => hyper.Name != name && hyper.Member != name) && method.Scalars.All(scalar => scalar.Name != name));
    }

    /// <summary>Symbols that binding can evaluate.</summary>
    private IEnumerable<string> Symbols()
        => _method.Inputs.Where(input => input.Shape is not null && !input.IsOptional).SelectMany(input => DeclaredShapes.Bound(input.Shape!))
            .Concat(Module.Constructor.Where(hyper => hyper.Member is not null && hyper.Type is "int" or "long").Select(hyper => hyper.Name))
            .Concat(_scope.Method.Scalars.Where(scalar => scalar.Type is "int" or "long").Select(scalar => scalar.Name));

    /// <param name="given">The shape of an input where the surroundings of a loop, or a call, give it; null where the method declares it.</param>
    private void Infer(Func<InputIr, SymbolicShape?> given)
    {
        foreach (var value in _method.Values)
        {
            if (value.Origin == ValueOrigin.Input)
                _shapes[value.Id] = _method.Inputs.First(input => input.Value == value.Id) is var input && given(input) is { } shape ? shape : Input(input);
            else if (value.Origin == ValueOrigin.Member)
                _shapes[value.Id] = Member(value);
        }

        if (_method.Body is null)
            return;
        Visit(_method.Body);
        foreach (var value in _method.Values)
            _shapes[value.Id] = _store.Resolve(_shapes[value.Id]);
    }

    /// <summary>A parameter or buffer: of this module, or of a child by what that is created with.</summary>
    private SymbolicShape Member(ValueIr value)
    {
        if (value.Shape is not null)
            return DeclaredShapes.Of(value.Shape, _scope.Symbol, _store);
        if (_scope.Child(value.Member!, _scalars) is not { } child || child.Module.Members.FirstOrDefault(member => member.Name == child.Member)?.Shape is not { } shape)
            return SymbolicShape.Unknown;
        return DeclaredShapes.Of(shape, name => child.Arguments.Find("int", name) is { Kind: HyperKind.Number } number ? number.Number : _store.FreshDim(), _store);
    }

    private SymbolicShape Input(InputIr input)
        => input.Shape is null ? _store.FreshShape(input.Name) : DeclaredShapes.Of(input.Shape, _scope.Symbol, _store);

    private void Visit(BlockIr block)
    {
        for (var i = 0; i < block.Statements.Count; i++)
        {
            switch (block.Statements[i])
            {
                case OpIr op:
                    Infer(op);
                    break;
                case CallIr call:
                    Infer(call);
                    break;
                case LoopIr loop:
                    Infer(loop, i);
                    break;
                case BranchIr branch:
                    Infer(branch, i);
                    break;
                case TensorListIr list:
                    Infer(list);
                    break;
                case WriteIr write:
                    Check(write);
                    break;
            }
        }
    }

    private static int IndexOf(MethodIr method, InputIr input)
    {
        var index = 0;
        while (!ReferenceEquals(method.Inputs[index], input))
            index++;
        return index;
    }

    private void Infer(OpIr call)
    {
        if (call.Tensors.Any(tensor => IsUnknownList(tensor.Value)))
            return;
        var op = _scope.Linked.Op(call.Op);
        var contract = Contract.Parse(op.Contract);
        var inputs = op.Inputs.SelectMany(input => Operands(call, input)).ToList();
        var hypers = contract.Hypers.ToDictionary(name => name, name => _scalars.Hyper(HyperOf(call, op, name)));
        var result = SymbolicInference.Infer(contract, inputs.SelectMany(Shapes).ToList(), null, hypers, _store);
        Report(call, result, _sites.Of(call, ItemsOf));
        if (result.Truth == Truth.Refuted)
            return;
        for (var i = 0; i < call.Results.Count; i++)
            _shapes[call.Results[i]] = result.Outputs[i];
        _shapes.Add(call, result.Dims, result.Alternative);
        if (call.Declared is { } declared)
            Infer(call, declared, inputs, call.Results, _sites.Of(call));
    }

    /// <summary>What a module states of a call by what it is created with.</summary>
    /// <returns>False where that is not known.</returns>
    private bool Infer(StatementIr call, DeclaredContractIr declared, IReadOnlyList<int> inputs, EquatableArray<int> results, CallSite site)
    {
        if (Module.Members.FirstOrDefault(candidate => candidate.Name == declared.Module) is not { Arguments.Count: > 0 } member)
            return false;
        var contract = Contract.Parse(declared.Text);
        var parts = contract.Hypers.Where(IsOfPart).ToDictionary(name => name, name => ArgumentOfPart(declared.Module, name));
        if (parts.Values.Contains(null))
            return false;
        var hypers = contract.Hypers.ToDictionary(
            name => name,
            name => _scalars.Hyper(IsOfPart(name) ? parts[name] : member.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value));
        var result = SymbolicInference.Infer(contract, inputs.Take(contract.Inputs.Count).Select(Shape).ToList(), null, hypers, _store);
        Report(call, result, site);
        for (var i = 0; i < result.Outputs.Count && result.Truth != Truth.Refuted; i++)
            _shapes[results[i]] = result.Outputs[i];
        return true;
    }

    /// <summary>Whether a name of a contract is what a module is created with that is given to the constructor: <c>encoderLayer.dModel</c>.</summary>
    private static bool IsOfPart(string name) => name.IndexOf('.') >= 0;

    private ScalarIr? ArgumentOfPart(string module, string name)
    {
        var dot = name.IndexOf('.');
        var part = _scope.Creation(module, _scalars)?.Creation.Modules.FirstOrDefault(given => given.Name == name.Substring(0, dot))?.Creation;
        return part?.Arguments.FirstOrDefault(argument => argument.Name == name.Substring(dot + 1))?.Value;
    }

    private static IEnumerable<int> Operands(OpIr call, OpInput input)
    {
        var values = call.Tensors.Where(tensor => tensor.Name == input.Name).Select(tensor => tensor.Value).ToList();
        return values.Count == 0 && !input.IsVariadic ? [-1] : values;
    }

    private SymbolicShape? Shape(int value) => value < 0 ? null : _shapes[value];

    private static ScalarIr? HyperOf(OpIr call, OpModel op, string name)
        => call.Scalars.FirstOrDefault(scalar => scalar.Name == name)?.Value ?? op.Hypers.FirstOrDefault(hyper => hyper.Name == name)?.Default;

    private void Report(StatementIr statement, InferenceResult result, CallSite site)
    {
        if (result.Truth == Truth.Proven)
            return;
        if (result.Truth == Truth.Unknown && Contradiction(result, site) is { } contradiction)
        {
            _findings.Add(new ShapeFinding(_scope.Reported, statement.Site, Truth.Refuted, contradiction));
            return;
        }

        foreach (var mismatch in result.Mismatches.Where(mismatch => result.Truth == Truth.Refuted || IsOfInputs(mismatch)))
        {
            foreach (var message in result.Messages(site, other => other == mismatch))
                _findings.Add(new ShapeFinding(_scope.Reported, statement.Site, result.Truth, message, result.Fix(site), result.Truth == Truth.Unknown ? ShapeMessages.Promise(mismatch) : null));
        }
    }

    /// <summary>A size of an input that one call needs to be another number than an earlier one did; null where there is none.</summary>
    private string? Contradiction(InferenceResult result, CallSite site)
    {
        foreach (var mismatch in result.Mismatches.OfType<SizeMismatch>())
        {
            var (symbol, number) = mismatch.Found.IsConstant ? (mismatch.Expected, mismatch.Found) : (mismatch.Found, mismatch.Expected);
            if (symbol.SymbolName is not { } name || number.Value is not { } size || !IsOfInputs(mismatch))
                continue;
            if (!_needed.TryGetValue(name, out var needed))
                _needed.Add(name, (size, site.Callee, result.Messages(site, other => other == mismatch)[0]));
            else if (needed.Size != size)
            {
                _findings.RemoveAll(finding => finding.Message == needed.Message);
                return ShapeMessages.WriteTwoSizes(name, (needed.Callee, needed.Size), (site.Callee, size));
            }
        }

        return null;
    }

    /// <summary>
    /// Whether an open condition is about sizes of inputs, so that the user can state them. Constructor parameters have values where
    /// the module is created, and there it is proven or refuted; that no size is 0 goes without saying.
    /// </summary>
    private bool IsOfInputs(Mismatch mismatch)
    {
        var symbols = mismatch.Related.SelectMany(dim => dim.Symbols()).ToList();
        return symbols.Count > 0 && symbols.All(symbol => !ConstraintStore.IsOpen(symbol) && Module.Constructor.All(hyper => hyper.Name != symbol && hyper.Member != symbol));
    }

    /// <summary>What the method declares of its results holds for its callers, so it must be what comes out.</summary>
    private void CheckResults()
    {
        foreach (var result in _method.Results.Where(result => result.Shape is not null && result.Value >= 0))
        {
            var declared = DeclaredShapes.Of(result.Shape!, _scope.Symbol, _store);
            var found = _shapes[result.Value];
            if (!found.IsKnown)
                _shapes[result.Value] = declared;
            else if (AreEqual(declared, found) == Truth.Refuted)
                _findings.Add(new ShapeFinding(_scope.Reported, -1, Truth.Refuted, ShapeMessages.WriteResult(_method.Name, result.Shape!, found)));
        }
    }

    /// <summary>A member keeps its shape, so that is the one of what is written to it.</summary>
    private void Check(WriteIr write)
    {
        var (member, value) = (_shapes[write.Member], _shapes[write.Source]);
        if (AreEqual(member, value) == Truth.Refuted)
            _findings.Add(new ShapeFinding(_scope.Reported, write.Site, Truth.Refuted, ShapeMessages.WriteStored(_method.Values[write.Member].Name, member, value)));
    }

    private Truth AreEqual(SymbolicShape declared, SymbolicShape found)
    {
        if (!declared.HasRank || !found.HasRank)
            return Truth.Unknown;
        return declared.Rank != found.Rank
            || declared.Dims.Zip(found.Dims, (left, right) => DimComparison.AreEqual(left, right, _store)).Any(truth => truth == Truth.Refuted)
                ? Truth.Refuted
                : Truth.Unknown;
    }
}
