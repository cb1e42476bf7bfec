using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Methods marked <c>[Differentiable]</c>: their scalar parameters, and calls of those of other assemblies.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>A scalar parameter of a composite stands for what each caller passes.</summary>
    /// <returns>Whether the parameter is one.</returns>
    private bool BindScalar(IParameterSymbol parameter)
    {
        if (!parameter.ContainingSymbol.IsStatic || !KnownTypes.IsScalar(parameter.Type))
            return false;
        Bind(parameter, new ScalarTerm(new ConstructorParameterIr(TypeDeclarations.FullName(parameter.Type), parameter.Name)));
        return true;
    }

    /// <summary>Takes a composite over: of its variants the one whose condition holds here, else a branch over those that may.</summary>
    /// <param name="call">The call.</param>
    /// <param name="method">The composite.</param>
    /// <param name="composite">What its assembly says of it: the method, followed by its variants where it has any.</param>
    private Term InlineComposite(IInvocationOperation call, IMethodSymbol method, EquatableArray<MethodIr> composite)
    {
        var names = call.Arguments.Select(argument => argument.Parameter!.Name).ToList();
        var arguments = new List<Term>();
        foreach (var argument in call.Arguments)
        {
            var input = composite[0].Inputs.FirstOrDefault(input => input.Name == argument.Parameter!.Name);
            switch (Lower(argument.Value))
            {
                case FailedTerm failed:
                    return failed;
                case OptionalTerm optional when input is { IsOptional: true }:
                    return Optional(optional);
                case { } term when input is null ? Scalar(term) is not null : term is TensorTerm or AbsentTerm && (input.IsOptional || term is TensorTerm):
                    arguments.Add(Scalar(term) is { } scalar ? new ScalarTerm(scalar) : term);
                    break;
                default:
                    return Unsupported(argument.Value);
            }
        }

        return composite.Count == 1
            ? TakeOver(call, method, Taken(composite[0], names, arguments))
            : Holding(new SequenceTerm([.. arguments]), () => LowerValue(call, [.. composite.Skip(1).Select((variant, i) => new Way(
                i + 2 < composite.Count ? () => Reduce(ScalarFolding.Rewrite(variant.Variant!.Condition, Given(variant).Read)!) : null,
                () => GiveValue(TakeOver(call, method, Given(variant)))))]));

        TakenComposite Given(MethodIr variant) => Taken(variant, names, ((SequenceTerm)Held).Items);
    }

    private TakenComposite Taken(MethodIr method, IReadOnlyList<string> names, IReadOnlyList<Term> arguments)
    {
        var taken = new TakenComposite(method, value => _builder.NullCondition(value));
        for (var i = 0; i < names.Count; i++)
        {
            if (arguments[i] is ScalarTerm { Scalar: var scalar })
                taken.Scalars[names[i]] = scalar;
            else
                taken.Values[method.Inputs.First(input => input.Name == names[i]).Value] = arguments[i] is TensorTerm { Value: var value } ? value : -1;
        }

        return taken;
    }

    private Term TakeOver(IInvocationOperation call, IMethodSymbol method, TakenComposite composite)
    {
        var (site, text, expression) = (Site(call), SourceText.Statement(call.Syntax), SourceText.Line(call.Syntax));
        foreach (var statement in composite.Method.Body!.Statements)
        {
            var taken = Placed(statement.RewriteScalars(composite.Read) with { Site = site, Text = text, Expression = expression });
            if (taken is OpIr op)
                _builder.Add(WithValues(op, composite));
            else if (taken is not CheckIr { Condition: ConstantIr { Integer: 0 } })
                _builder.Add(taken);
        }

        return Shaped(method.ReturnType, new Queue<int>(composite.Method.Results.Select(result => composite.Values[result.Value])));
    }

    private OpIr WithValues(OpIr op, TakenComposite composite)
    {
        _context.Use(_context.Op(op.Op)!);
        foreach (var result in op.Results)
            composite.Values[result] = _builder.Result(composite.Method.Values[result].Name, composite.Method.Values[result].Type);
        return op with
        {
            Tensors = op.Tensors.Select(tensor => tensor with { Value = composite.Values[tensor.Value] }).Where(tensor => tensor.Value >= 0).ToEquatableArray(),
            Results = op.Results.Select(result => composite.Values[result]).ToEquatableArray(),
        };
    }

    /// <summary>A composite, or one of its variants, where it is called.</summary>
    /// <param name="method">The composite.</param>
    /// <param name="nullCondition">The condition under which a value of the caller is null; null where it never is.</param>
    private sealed class TakenComposite(MethodIr method, System.Func<int, ScalarIr?> nullCondition)
    {
        public MethodIr Method { get; } = method;

        /// <summary>What its values are to the caller; -1 for an absent input.</summary>
        public Dictionary<int, int> Values { get; } = [];

        /// <summary>What its scalar parameters are given.</summary>
        public Dictionary<string, ScalarIr> Scalars { get; } = [];

        /// <summary>A scalar's leaf as the caller says it.</summary>
        public ScalarIr Read(ScalarIr leaf) => leaf switch
        {
            ConstructorParameterIr parameter => Scalars[parameter.Name],
            NullInputIr { Value: var input } => Values[input] < 0 ? ScalarFolding.Constant("bool", 1) : nullCondition(Values[input]) ?? ScalarFolding.Constant("bool", 0),
            _ => ScalarLeaves.WithValue(leaf, value => Values[value]),
        };
    }
}
