using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>State and gradients that stop: buffers that are assigned, members that are changed in place, code without gradient.</summary>
internal sealed partial class MethodLowering
{
    private const string DetachOp = "NnGen.DetachOp";

    /// <summary>Whether no gradient is recorded where lowering stands.</summary>
    private bool _isDetached;

    /// <summary>A statement as it stands here: under NoGrad or not.</summary>
    private T Placed<T>(T statement)
        where T : StatementIr
        => _isDetached ? (T)(statement with { IsDetached = true }) : statement;

    private bool LowerUsing(IUsingOperation statement)
    {
        if (!IsNoGrad(statement.Resources))
        {
            FailStatement(statement);
            return true;
        }

        var outer = _isDetached;
        _isDetached = true;
        var isEndReached = LowerStatement(statement.Body);
        _isDetached = outer;
        return isEndReached;
    }

    /// <summary><c>using var scope = Autograd.NoGrad();</c> lasts to the end of its block, which restores what held before.</summary>
    private bool LowerUsing(IUsingDeclarationOperation statement)
    {
        if (IsNoGrad(statement.DeclarationGroup))
            _isDetached = true;
        else
            FailStatement(statement);
        return true;
    }

    private static bool IsNoGrad(IOperation resources) => resources switch
    {
        IInvocationOperation call => KnownTypes.IsNoGrad(call.TargetMethod),
        IVariableDeclarationGroupOperation group => group.Declarations
            .SelectMany(declaration => declaration.Declarators.Select(declarator => (declarator.Initializer ?? declaration.Initializer)?.Value))
            .All(value => value is not null && IsNoGrad(value)),
        _ => false,
    };

    /// <summary>The same values, through which no gradient flows.</summary>
    private Term Detached(Term term, string text)
    {
        if (term is SequenceTerm sequence)
            return new SequenceTerm(sequence.Items.Select(item => Detached(item, text)).ToImmutableArray());
        if (term is not TensorTerm { Value: var value } || _builder.TypeOf(value) != DType.Float32 || _context.Op(DetachOp) is not { } op)
            return term;
        _context.Use(op);
        var result = _builder.Result(ProvisionalName(op), DType.Float32);
        _builder.Add(new OpIr(0, text, text, op.Type, EquatableArray.Create(new TensorArgument(op.Inputs[0].Name, value)), default, EquatableArray.Create(result)));
        return new TensorTerm(result);
    }

    /// <summary>Whether an assignment stores in a buffer.</summary>
    private static bool IsBuffer(IMemberReferenceOperation target) => target.Instance is not null && KnownTypes.BufferOf(target.Member).IsBuffer;

    /// <summary>Whether a reference is to a buffer of this module, which names bind like a variable's from its first assignment on.</summary>
    private static bool IsOwnBuffer(IMemberReferenceOperation reference) => reference.Instance is IInstanceReferenceOperation && IsBuffer(reference);

    /// <summary>
    /// An assignment to a buffer. Its memory takes the value, without gradient; what reads the buffer further down in this method
    /// reads the value itself, as it would op by op.
    /// </summary>
    private Term Store(IMemberReferenceOperation target, Term term)
    {
        if (MemberValue(target) is not { } member || term is FailedTerm)
            return FailedTerm.Instance;
        if (term is not TensorTerm { Value: var value } || _builder.IsNullable(value) || _builder.IsNullable(member))
            return Fail(RulesDifferentiability.MemberAssigned, target);
        Write(target, member, value, isInPlace: false);
        if (IsOwnBuffer(target))
            Assign(target.Member, term);
        return term;
    }

    /// <summary>The value of a member as its memory holds it; null, and reported, where it is no tensor of a module.</summary>
    private int? MemberValue(IMemberReferenceOperation target)
    {
        var owner = Lower(target.Instance!);
        var term = owner switch
        {
            ModuleTerm { Path.Length: 0 } => MemberTerm(target, This, target.Member, _members.Members.FirstOrDefault(m => m.Name == target.Member.Name)?.Shape),
            ModuleTerm module => ChildMember(target, module),
            FailedTerm => owner,
            _ => FailReference(target),
        };
        return (term as TensorTerm)?.Value;
    }

    /// <summary>Buffers that a body assigns stand for what they hold before it, so that the body takes them over like variables.</summary>
    private void BindBuffers(IOperation body)
    {
        foreach (var target in body.Descendants().OfType<IAssignmentOperation>().Select(a => a.Target).OfType<IMemberReferenceOperation>().Where(IsOwnBuffer))
        {
            if (!_bindings.ContainsKey(target.Member) && MemberValue(target) is { } value)
                Bind(target.Member, new TensorTerm(value));
        }
    }

    /// <returns>What is read of the member from now on.</returns>
    private int Write(IOperation place, int member, int source, bool isInPlace)
    {
        var syntax = place.Syntax;
        _builder.Add(Placed(new WriteIr(Site(place), SourceText.Statement(syntax), SourceText.Line(syntax), member, source, isInPlace)));
        return _builder.Renew(member);
    }

    /// <summary>A method that overwrites its receiver: a buffer, or under NoGrad a parameter.</summary>
    private Term LowerInPlace(IInvocationOperation call, IMethodSymbol method)
    {
        var receiver = Lower(call.Instance!);
        if (receiver is not TensorTerm { Value: var value })
            return receiver is FailedTerm ? receiver : Unsupported(call);
        var isMember = _builder.IsMember(value);
        var assigned = !isMember && Construction.Unwrap(call.Instance!) is IMemberReferenceOperation reference && IsOwnBuffer(reference) ? reference : null;
        var member = isMember ? value : assigned is null ? null : MemberValue(assigned);
        if (member is not { } target || _builder.IsNullable(target) || !(_isDetached || _builder.IsBuffer(target)))
            return Fail(RulesState.InPlaceChange, call, method.Name, Quote(call.Instance!.Syntax));
        if (Updated(call, method, value) is not TensorTerm { Value: var updated })
            return FailedTerm.Instance;
        var current = Write(call, target, updated, isInPlace: true);
        if (assigned is not null)
            return Assign(assigned.Member, new TensorTerm(updated));
        Rename(value, current);
        return new TensorTerm(current);
    }

    private Term Updated(IInvocationOperation call, IMethodSymbol method, int value)
    {
        if (OpBinding.Of(method) is not { Problems.Count: 0 } binding)
        {
            _context.HasInvalidCode = true;
            return FailedTerm.Instance;
        }

        var op = new OpCall(call, binding.Op);
        op.Tensors.Add(new TensorArgument(binding.Receiver!, value));
        if (!AddArguments(op, binding, call.Arguments.Select(a => (a.Parameter!, a.Value))))
            return FailedTerm.Instance;
        var outer = _isDetached;
        _isDetached = true;
        var result = Emit(method.ReturnType, op);
        _isDetached = outer;
        return result;
    }

    /// <summary>After a change in place every name of the tensor means what it holds now.</summary>
    private void Rename(int before, int now)
    {
        foreach (var name in _bindings.Where(pair => pair.Value is TensorTerm { Value: var value } && value == before).Select(pair => pair.Key).ToList())
            Bind(name, new TensorTerm(now));
    }
}
