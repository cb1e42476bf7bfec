using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Calls: ops, children, and methods of this compilation, which are run in place.</summary>
internal sealed partial class MethodLowering
{
    private Term LowerCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (KnownTypes.IsCheckpoint(method))
            return LowerCheckpoint(call);
        if (OpBinding.IsInPlace(method))
            return LowerInPlace(call, method);
        if (OpBinding.LoweredType(method) is not null)
            return LowerOp(call, method, call.Instance, call.Arguments);
        if (OpBinding.EachOf(method) is { } each)
            return LowerParts(call, each);
        if (LowerGuard(call) is { } guard)
            return guard;
        if (ListOf(call) is { } list)
            return LowerListCall(call, method, list);
        if (call.Instance is null or IInstanceReferenceOperation || method.MethodKind == MethodKind.LocalFunction)
            return IsOwnPass(call, method) ? LowerOwn(call, method) : LowerHelper(call, method);
        return Lower(call.Instance) switch
        {
            FailedTerm failed => failed,
            TensorTerm { Value: var value } when method.Name == KnownTypes.Size && !MayBeNull(value) => LowerSize(call.Arguments[0].Value, new ShapeIr(value)),
            { } shape when Scalar(shape) is ShapeIr sizes && method is { Name: "ToArray", Parameters.Length: 0 } => new ScalarTerm(sizes),
            SequenceTerm record when _context.HasSource(method) => LowerHelper(call, method, record),
            _ when method.MethodKind == MethodKind.DelegateInvoke => Fail(RulesDifferentiability.Lambda, call),
            ModuleTerm { Path.Length: 0 } => LowerHelper(call, method),
            ModuleTerm module => LowerChild(call, method, module),
            ChosenTerm chosen => LowerChosen(call, method, chosen),
            TensorTerm { Value: var value } when method is { Name: KnownTypes.Item, Parameters.Length: 0 }
                => new ScalarTerm(new ItemIr(TypeDeclarations.FullName(method.ReturnType), value)),
            _ when _context.Known.HoldsModule(call.Instance.Type) => Fail(RulesDifferentiability.UnknownModule, call.Instance),
            _ => UnknownMethod(call, method),
        };
    }

    /// <summary>A method whose source is here: a method of this class, a static or local function, an extension method, a method of a record.</summary>
    private Term LowerHelper(IInvocationOperation call, IMethodSymbol method, SequenceTerm? instance = null)
    {
        if (method.IsAsync)
            return Fail(RulesDifferentiability.Asynchronous, call);
        if (!_context.HasSource(method) && KnownTypes.IsComposite(method) && Composites.Read(method, _context.Op) is { } composite)
            return InlineComposite(call, method, composite);
        if (!_context.HasSource(method) || method.IsAbstract || method.IsExtern)
            return method.IsExtensionMethod && IsFailed(call.Arguments[0].Value) ? FailedTerm.Instance : UnknownMethod(call, method);
        if (IsRunning(method))
            return Fail(RulesDifferentiability.Recursion, call, method.Name);
        if (BodyOf(method)?.Descendants().Any(operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak) == true)
            return Fail(RulesDifferentiability.Jump, call, $"yield of {method.Name}");
        if (MethodSignature.IsOverridable(method) && call is { Instance: not null, IsVirtual: true } && !_context.Type.IsSealed)
            return Fail(RulesComposition.OverridableHelper, call, method.Name);
        if (IsRecomputed(method))
            return LowerPass(call, method, This);
        var arguments = call.Arguments
            .Select(a => (a.Parameter!, a.Parameter!.RefKind == RefKind.Out ? FailedTerm.Instance : Lower(a.Value)))
            .ToList();
        var result = Inline(method, arguments, instance: instance);
        foreach (var argument in call.Arguments.Where(a => a.Parameter!.RefKind is RefKind.Out or RefKind.Ref))
            AssignTo(argument.Value, Current(argument.Parameter!.OriginalDefinition));
        Forget(method);
        if (result is not null)
            return result;
        if (_isTooDeep)
            return FailedTerm.Instance;
        return method.ReturnsVoid && !IsLost(method) ? VoidTerm.Instance : Fail(RulesDifferentiability.NotReturned, call, method.Name);
    }

    /// <summary>Whether an argument is a variable of which it has been reported why it cannot be compiled.</summary>
    private bool IsFailed(IOperation argument)
        => Construction.Unwrap(argument) is ILocalReferenceOperation { Local: var local } && _bindings.TryGetValue(local, out var term) && term is FailedTerm;

    /// <summary>The names of a helper mean nothing once it has returned: a loop around its next call hands none of them on. Labels that C# made are in no method.</summary>
    private void Forget(IMethodSymbol method) => _bindings = _bindings.RemoveRange(
        _bindings.Keys.Where(name => name is not ILabelSymbol && (SymbolEqualityComparer.Default.Equals(name.ContainingSymbol, method.OriginalDefinition)
            || SymbolEqualityComparer.Default.Equals(name, method.OriginalDefinition))));

    /// <summary>Whether a method gives a parameter a new tensor that its caller never sees.</summary>
    private bool IsLost(IMethodSymbol method)
        => BodyOf(method) is { } body
            && Assigned(body).OfType<IParameterSymbol>().Any(parameter => parameter.RefKind == RefKind.None
                && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method.OriginalDefinition)
                && _context.Known.IsTensor(parameter.Type));

    /// <summary>
    /// Whether a method of the module itself is called instead of run in place: an instance may override it, or a base class
    /// declares it, whose private members cannot be reached from here.
    /// </summary>
    private bool IsOwnPass(IInvocationOperation call, IMethodSymbol method)
        => call.Instance is not null
            && MethodSignature.IsCompiled(_context.Known, method)
            && (KnownTypes.IsMarkedModule(method.ContainingType) || method.IsAbstract)
            && (!SymbolEqualityComparer.Default.Equals(method.ContainingType, _context.Type) || (call.IsVirtual && MethodSignature.IsOverridable(method)));

    private Term LowerOwn(IInvocationOperation call, IMethodSymbol method)
    {
        var isVirtual = call.IsVirtual && MethodSignature.IsOverridable(method);
        if (isVirtual && IsRunning(method))
            return Fail(RulesDifferentiability.Recursion, call, method.Name);
        return LowerPass(call, method, new ModuleTerm(isVirtual ? "" : CallIr.Base, isVirtual ? _context.Type : method.ContainingType, IsPublic: false));
    }

    private FailedTerm UnknownMethod(IInvocationOperation call, IMethodSymbol method)
        => ForeignCode.RuleOf(method, _context.Known) is var rule && rule == RulesDifferentiability.RunTimeSize
            ? Fail(rule, call)
            : Fail(rule, call, $"{method.ContainingType?.Name}.{method.Name}");

    private Term LowerChild(IInvocationOperation call, IMethodSymbol method, ModuleTerm module)
    {
        if (!IsCallable(method))
            return UnknownMethod(call, method);
        return LowerPass(call, method, module);
    }

    /// <summary>A compiled method of a child, or of this module's own that is called.</summary>
    private Term LowerPass(IInvocationOperation call, IMethodSymbol method, ModuleTerm module)
    {
        if (MethodSignature.Key(_context.Known, method) is not { } key || MethodSignature.ResultTypes(_context.Known, method) is not { } types)
            return UnknownMethod(call, method);
        return CallOf(call, module, method, key, types, call.Arguments.OrderBy(a => a.Parameter!.Ordinal));
    }

    private Term CallOf(IInvocationOperation call, ModuleTerm module, IMethodSymbol method, string key, IReadOnlyList<DType> types, IEnumerable<IArgumentOperation> arguments)
    {
        var inputs = new List<int>();
        var scalars = new List<ScalarIr>();
        foreach (var argument in arguments.Where(a => a.Parameter!.RefKind != RefKind.Out))
        {
            if (AddArgument(call, argument, inputs, scalars) is { } failed)
                return failed;
        }

        if (module.Type is INamedTypeSymbol named)
            _context.Use(named, call.Syntax.GetLocation());
        var name = module.Path is "" or CallIr.Base ? char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1) : LastName(module.Path);
        var results = types.Select(type => _builder.Result(name, type)).ToList();
        _builder.Add(Placed(new CallIr(
            Site(call),
            SourceText.Statement(call.Syntax),
            SourceText.Line(call.Syntax),
            module.Path,
            MemberKinds.ContractName(module.Type),
            key,
            inputs.ToEquatableArray(),
            results.ToEquatableArray(),
            _context.Known.IsModule(module.Type) && module.Type is INamedTypeSymbol ? TypeDeclarations.FullName(module.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)) : "",
            scalars.ToEquatableArray())
        {
            IsDetached = KnownTypes.IsInference(module.Type) || KnownTypes.StopsGradient(method),
            IsRecomputed = module.IsRecomputed,
            OptionalResults = MethodSignature.AreOptional(_context.Known, method).Select((isOptional, i) => isOptional ? i : -1).Where(i => i >= 0).ToEquatableArray(),
            Declared = _context.ContractOf(call.Syntax, method, module.Path),
        }));
        var remaining = new Queue<int>(results);
        var result = method.ReturnsVoid ? VoidTerm.Instance : Shaped(method.ReturnType, remaining);
        foreach (var argument in call.Arguments.Where(a => a.Parameter!.RefKind == RefKind.Out).OrderBy(a => a.Parameter!.Ordinal))
            AssignTo(argument.Value, Shaped(argument.Parameter!.Type, remaining));
        return result;
    }

    /// <summary>A call of a module that conditions choose.</summary>
    private Term LowerChosen(IInvocationOperation call, IMethodSymbol method, ChosenTerm chosen)
        => Holding(chosen, () => LowerValue(call, Enumerable.Range(0, chosen.Modules.Count).Select(i => new Way(
            i < chosen.Conditions.Count ? () => ((ChosenTerm)Held).Conditions[i] : null,
            () => GiveValue(LowerChild(call, method, chosen.Modules[i])))).ToList()));

    /// <summary>Forward is part of the protocol of all modules; other methods are known where a module's class or an interface declares them.</summary>
    private bool IsCallable(IMethodSymbol method)
        => method.Name is KnownTypes.Forward || method.Name.StartsWith(KnownTypes.Call, System.StringComparison.Ordinal)
            || (method.ContainingType.TypeKind == TypeKind.Interface && MethodSignature.IsOverTensors(_context.Known, method))
            || (KnownTypes.IsMarkedModule(method.ContainingType) && MethodSignature.IsCompiled(_context.Known, method));

    /// <summary>Adds the tensors of an argument, -1 for each that is absent, or its plain value.</summary>
    /// <returns>The failure, which has been reported; null where there is none.</returns>
    private FailedTerm? AddArgument(IInvocationOperation call, IArgumentOperation argument, List<int> inputs, List<ScalarIr> scalars)
    {
        var parameter = argument.Parameter!;
        if (MethodSignature.IsPlainValue(parameter.Type))
        {
            if (_scalars.Lower(argument.Value) is not { } scalar)
                return FailedTerm.Instance;
            if (!BindTime.IsKnown(scalar))
                return Fail(RulesComposition.ArgumentNotKnown, argument.Value, Quote(argument.Value.Syntax), parameter.Name);
            scalars.Add(scalar);
            return null;
        }

        var count = MethodSignature.InputTypes(_context.Known, parameter.Type)!.Count;
        var term = Lower(argument.Value);
        var isAbsent = term is AbsentTerm;
        if (term is AbsentTerm or OptionalTerm && parameter.NullableAnnotation != NullableAnnotation.Annotated && parameter.Type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)
            return Missing(argument.Value, call);
        if (term is OptionalTerm optional)
            return Optional(optional);
        var items = isAbsent ? Enumerable.Repeat<Term>(AbsentTerm.Instance, count).ToList() : Flatten(term).ToList();
        if (items.OfType<FailedTerm>().FirstOrDefault() is { } failed)
            return failed;
        if (items.Count != count || !items.All(item => item is TensorTerm or AbsentTerm))
            return Unsupported(argument.Value);
        inputs.AddRange(items.Select(item => item is TensorTerm { Value: var value } ? value : -1));
        return null;
    }

    private int Site(IOperation operation) => _context.Sites.Add(operation.Syntax.GetLocation());

    private FailedTerm Missing(IOperation argument, IOperation user)
        => Fail(RulesDifferentiability.MissingTensor, argument, Quote(argument.Syntax), Quote(user.Syntax));

    /// <summary>Results in the form of the method's type: a tensor, or a tuple or record that may hold others.</summary>
    private static Term Shaped(ITypeSymbol type, Queue<int> results)
        => TensorGroups.PartsOf(type) is { Length: > 0 } parts
            ? new SequenceTerm(parts.Select(part => Shaped(part.Type, results)).ToImmutableArray())
            : new TensorTerm(results.Dequeue());

    private static string LastName(string path) => path.Substring(path.LastIndexOf('.') + 1);
}
