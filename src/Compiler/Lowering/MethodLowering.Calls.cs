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
        if (OpBinding.EachOf(method) is { Binding: var binding, Count: var count })
            return LowerParts(call, binding, count);
        if (call.Instance is null or IInstanceReferenceOperation || method.MethodKind == MethodKind.LocalFunction)
            return LowerHelper(call, method);
        return Lower(call.Instance) switch
        {
            FailedTerm failed => failed,
            _ when method.MethodKind == MethodKind.DelegateInvoke => Fail(RulesDifferentiability.Lambda, call),
            ModuleTerm { Path.Length: 0 } => LowerHelper(call, method),
            ModuleTerm module => LowerChild(call, method, module),
            _ when _context.Known.IsModule(call.Instance.Type) => Fail(RulesDifferentiability.UnknownModule, call.Instance),
            _ => UnknownMethod(call, method),
        };
    }

    /// <summary>A method whose source is here: a method of this class, a static or local function, an extension method.</summary>
    private Term LowerHelper(IInvocationOperation call, IMethodSymbol method)
    {
        if (method.IsAsync)
            return Fail(RulesDifferentiability.Asynchronous, call);
        if (!_context.HasSource(method) || method.IsAbstract || method.IsExtern)
            return UnknownMethod(call, method);
        if (IsRunning(method))
            return Fail(RulesDifferentiability.Recursion, call, method.Name);
        if (call.Arguments.FirstOrDefault(a => a.Parameter?.RefKind is not (RefKind.None or RefKind.In)) is { } reference)
            return Fail(RulesDifferentiability.ByReference, reference);
        if (IsRecomputed(method))
            return LowerChild(call, method, This);
        var arguments = call.Arguments.Select(a => (a.Parameter!, Lower(a.Value))).ToList();
        return Inline(method, arguments) ?? Fail(RulesDifferentiability.NotReturned, call, method.Name);
    }

    private FailedTerm UnknownMethod(IInvocationOperation call, IMethodSymbol method)
        => Fail(RulesDifferentiability.UnknownMethod, call, $"{method.ContainingType?.Name}.{method.Name}");

    private Term LowerChild(IInvocationOperation call, IMethodSymbol method, ModuleTerm module)
    {
        if (!IsCallable(method, module) || MethodSignature.Key(_context.Known, method) is not { } key || MethodSignature.ResultTypes(_context.Known, method.ReturnType) is not { } types)
            return UnknownMethod(call, method);
        return CallOf(call, module, method, key, types, call.Arguments.OrderBy(a => a.Parameter!.Ordinal));
    }

    private Term CallOf(IInvocationOperation call, ModuleTerm module, IMethodSymbol method, string key, IReadOnlyList<DType> types, IEnumerable<IArgumentOperation> arguments)
    {
        var inputs = new List<int>();
        foreach (var argument in arguments)
        {
            if (AddInputs(call, argument, inputs) is { } failed)
                return failed;
        }

        _context.Use(module.Type, call.Syntax.GetLocation());
        var name = module.Path.Length == 0 ? char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1) : LastName(module.Path);
        var results = types.Select(type => _builder.Result(name, type)).ToList();
        _builder.Add(Placed(new CallIr(
            Site(call),
            SourceText.Statement(call.Syntax),
            SourceText.Line(call.Syntax),
            module.Path,
            TypeDeclarations.MetadataName(module.Type.OriginalDefinition),
            key,
            inputs.ToEquatableArray(),
            results.ToEquatableArray())
        {
            IsDetached = KnownTypes.IsInference(module.Type) || KnownTypes.StopsGradient(method),
            IsRecomputed = module.IsRecomputed,
        }));
        return Shaped(method.ReturnType, new Queue<int>(results));
    }

    /// <summary>Forward is part of the protocol of all modules; other methods are known where the module's own class declares them.</summary>
    private bool IsCallable(IMethodSymbol method, ModuleTerm module)
        => method.Name is KnownTypes.Forward or KnownTypes.Call
            || (SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, module.Type.OriginalDefinition)
                && KnownTypes.IsMarkedModule(method.ContainingType)
                && MethodSignature.IsCompiled(_context.Known, method));

    /// <summary>Adds the tensors of an argument, -1 for each that is absent.</summary>
    /// <returns>The failure, which has been reported; null where there is none.</returns>
    private FailedTerm? AddInputs(IInvocationOperation call, IArgumentOperation argument, List<int> inputs)
    {
        var parameter = argument.Parameter!;
        var count = MethodSignature.InputTypes(_context.Known, parameter.Type)!.Count;
        var term = Lower(argument.Value);
        var isAbsent = term is AbsentTerm;
        if (isAbsent && parameter.NullableAnnotation != NullableAnnotation.Annotated && parameter.Type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)
            return Missing(argument.Value, call);
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

    /// <summary>Results in the form of the method's type: a tensor, or a tuple that may hold tuples.</summary>
    private static Term Shaped(ITypeSymbol type, Queue<int> results)
        => type is INamedTypeSymbol { IsTupleType: true } tuple
            ? new SequenceTerm(tuple.TupleElements.Select(e => Shaped(e.Type, results)).ToImmutableArray())
            : new TensorTerm(results.Dequeue());

    private static string LastName(string path) => path.Substring(path.LastIndexOf('.') + 1);
}
