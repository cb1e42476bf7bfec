using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Differentiation;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Fusion;

/// <summary>
/// Turns statements into steps: a pointwise op moves into the registers of the kernel before it where that kernel offers the
/// epilogue; pointwise ops whose values nobody else reads become one loop; everything else is a step of its own.
/// </summary>
internal sealed class Fuser
{
    private readonly MethodIr _method;
    private readonly LinkedModule _linked;
    private readonly GradientFlow _flow;
    private readonly Func<int, int, bool> _differInShape;
    private readonly List<ValueIr> _values;
    private readonly Dictionary<int, List<StatementIr>> _readers = [];
    private readonly HashSet<int> _kept;

    private Fuser(MethodIr method, LinkedModule linked, GradientFlow flow, Func<int, int, bool> differInShape)
    {
        _method = method;
        _linked = linked;
        _flow = flow;
        _differInShape = differInShape;
        _values = method.Values.ToList();
        _kept = [.. method.Results.Select(result => result.Value).Concat(ItemsOf(method))];
    }

    /// <param name="method">The method, with a body of ops and calls that cannot be inlined.</param>
    /// <param name="linked">What its names mean.</param>
    /// <param name="flow">Which of its values carry gradients.</param>
    /// <param name="differInShape">Whether two values are known to have different shapes: such are not computed in one loop, lest the smaller be computed many times.</param>
    public static FusedMethod Fuse(MethodIr method, LinkedModule linked, GradientFlow flow, Func<int, int, bool> differInShape)
    {
        var fuser = new Fuser(method, linked, flow, differInShape);
        var body = fuser.Fuse(method.Body!);
        return new FusedMethod(method, fuser._values.ToEquatableArray(), body);
    }

    private FusedBlock Fuse(BlockIr block)
    {
        CountReaders(block);
        var steps = new List<Step?>();
        var producers = new Dictionary<int, int>();
        foreach (var statement in block.Statements)
        {
            Step? step = statement switch
            {
                CallIr call => Call(call, steps),
                OutlinedIr outlined => Outlined(outlined, steps),
                TensorListIr list => ListStep.Of(list),
                NumberIr number => new NumberStep(EquatableArray.Create(statement), EquatableArray.Create(new TensorArgument("number", number.Result))),
                AbsentIr absent => new AbsentStep(EquatableArray.Create(statement), EquatableArray.Create(new TensorArgument("absent", absent.Result))),
                CheckIr => new CheckStep(EquatableArray.Create(statement)),
                WriteIr write => new WriteStep(EquatableArray.Create<StatementIr>(write), EquatableArray.Create(new TensorArgument("source", write.Source)), default),
                OpIr op => Op(op, steps, producers),
                _ => throw new InvalidOperationException($"No step for {statement.GetType().Name}."),
            };
            if (step is null)
                continue;
            foreach (var result in step.Results)
                producers[result.Value] = steps.Count;
            steps.Add(step);
        }

        return new FusedBlock(Fold(steps.OfType<Step>().ToList()).ToEquatableArray());
    }

    private void CountReaders(BlockIr block)
    {
        foreach (var statement in block.Statements)
        {
            foreach (var value in Reads(statement).Distinct())
            {
                if (!_readers.TryGetValue(value, out var readers))
                    _readers.Add(value, readers = []);
                readers.Add(statement);
            }
        }
    }

    private static IEnumerable<int> Reads(StatementIr statement) => statement switch
    {
        OpIr op => op.Tensors.Select(tensor => tensor.Value),
        CallIr call => call.Inputs.Where(value => value >= 0),
        TensorListIr { IsWrite: true } list => [list.List, list.Item],
        TensorListIr list => [list.List],
        OutlinedIr outlined => outlined.Inputs.Where(value => value >= 0),
        WriteIr write => [write.Source],
        _ => [],
    };

    private CallStep Call(CallIr call, List<Step?> steps)
    {
        var callee = _linked.Child(call.TargetType);
        var method = callee?.Methods.FirstOrDefault(candidate => candidate.Key == call.Method);
        var inputs = call.Inputs.Select((value, index) => new TensorArgument(CallStep.InputName(method, index), value));
        var results = call.Results.Select((value, index) => new TensorArgument("result" + index, value));
        return new CallStep(
            EquatableArray.Create<StatementIr>(call),
            inputs.Where(input => input.Value >= 0).Select(input => Stage(call, input, steps)).ToEquatableArray(),
            results.ToEquatableArray(),
            method is null ? null : callee,
            method);
    }

    private OutlinedStep Outlined(OutlinedIr outlined, List<Step?> steps) => new(
        EquatableArray.Create<StatementIr>(outlined),
        outlined.Inputs.Select((value, index) => new TensorArgument(OutlinedStep.InputName(index), value))
            .Where(input => input.Value >= 0)
            .Select(input => Stage(outlined, input, steps))
            .ToEquatableArray(),
        outlined.Results.Select((value, index) => new TensorArgument("result" + index, value)).ToEquatableArray());

    /// <summary>The tensor itself, or a copy of a buffer that does not move.</summary>
    private TensorArgument Stage(StatementIr source, TensorArgument tensor, List<Step?> steps)
    {
        var value = _values[tensor.Value];
        if (value is not { Origin: ValueOrigin.Member, MemberKind: MemberKind.Buffer })
            return tensor;
        var copy = tensor with { Value = _values.Count };
        _values.Add(new ValueIr(copy.Value, value.Name, value.Type, ValueOrigin.Statement));
        steps.Add(new StageStep(EquatableArray.Create(source), EquatableArray.Create(tensor), EquatableArray.Create(copy)));
        return copy;
    }

    private Step? Op(OpIr call, List<Step?> steps, Dictionary<int, int> producers)
    {
        var op = _linked.Op(call.Op);
        if (op.Kind == OpKind.View)
            return new ViewStep(EquatableArray.Create<StatementIr>(call), call.Tensors, EquatableArray.Create(new TensorArgument(op.Outputs[0].Name, call.Results[0])));
        if (op.Kind == OpKind.Kernel)
        {
            var tensors = call.Tensors.Select(tensor => op.Inputs.Any(input => input.IsVariadic && input.Name == tensor.Name) ? Stage(call, tensor, steps) : tensor);
            return new OpStep(EquatableArray.Create<StatementIr>(call), tensors.ToEquatableArray(), Results(call, op), op, null);
        }

        return FuseAsEpilogue(call, op, steps, producers) ? null : FuseChain(call, op, steps, producers);
    }

    private EquatableArray<TensorArgument> Results(OpIr call, OpModel op)
    {
        var results = new List<TensorArgument>();
        for (var i = 0; i < op.Outputs.Count; i++)
        {
            var output = op.Outputs[i];
            var value = i < call.Results.Count ? call.Results[i] : _values.Count;
            if (value == _values.Count)
                _values.Add(new ValueIr(value, output.Name, output.Type, ValueOrigin.Statement));
            results.Add(new TensorArgument(output.Name, value));
        }

        return results.ToEquatableArray();
    }

    private bool FuseAsEpilogue(OpIr call, OpModel op, List<Step?> steps, Dictionary<int, int> producers)
    {
        var input = call.Tensors[0].Value;
        if (call.Tensors.Count != 1 || op.Hypers.Count > 0 || !IsReadOnlyBy(input, [call]) || !producers.TryGetValue(input, out var index)
            || steps[index] is not OpStep { Epilogue: null } kernel || kernel.Results.Count(result => !IsSaved(kernel.Op, result.Name)) != 1)
            return false;
        var epilogue = kernel.Op.Epilogues.FirstOrDefault(candidate => candidate.Op == op.Type);
        if (epilogue is null)
            return false;

        var results = kernel.Results.Select(result => result.Value == input ? result with { Value = call.Results[0] } : result);
        steps[index] = kernel with
        {
            Sources = kernel.Sources.Append(call).ToEquatableArray(),
            Results = results.ToEquatableArray(),
            Epilogue = epilogue,
        };
        producers[call.Results[0]] = index;
        return true;
    }

    /// <summary>Marks the steps whose evaluation only scales and shifts what the step before computes for nobody else.</summary>
    private IEnumerable<Step> Fold(IReadOnlyList<Step> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            yield return i > 0 && steps[i] is OpStep step && steps[i - 1] is OpStep { Epilogue: null } before && CanFold(before, step)
                ? step with { Folded = before }
                : steps[i];
        }
    }

    private bool CanFold(OpStep before, OpStep step)
        => step.Op.FoldsInto.Contains(before.Op.Type)
            && (step.Epilogue is null || before.Op.Epilogues.Any(epilogue => epilogue.Op == step.Epilogue.Op))
            && step.Inputs[0].Value == before.Results[0].Value
            && IsReadOnlyBy(before.Results[0].Value, [step.Call])
            && before.Inputs.Concat(step.Inputs.Skip(1)).All(input => input.Name == before.Op.Inputs[0].Name || _values[input.Value].Origin == ValueOrigin.Member);

    private static bool IsSaved(OpModel op, string output) => op.Outputs.First(candidate => candidate.Name == output).IsSaved;

    private static IEnumerable<int> ItemsOf(MethodIr method)
        => method.Body!.Statements.SelectMany(statement => statement.ScalarsRead).SelectMany(ScalarFolding.Leaves).OfType<ItemIr>().Select(item => item.Value);

    /// <summary>Whether only these statements read the value, and no scalar does, and it is not returned.</summary>
    private bool IsReadOnlyBy(int value, IReadOnlyCollection<StatementIr> statements)
        => !_kept.Contains(value) && _readers[value].All(reader => statements.Any(statement => ReferenceEquals(statement, reader)));

    private PointwiseStep FuseChain(OpIr call, OpModel op, List<Step?> steps, Dictionary<int, int> producers)
    {
        var builder = new ChainBuilder(call, op);
        while (Absorbable(builder, steps, producers) is { } index)
        {
            builder.Absorb((PointwiseStep)steps[index]!);
            steps[index] = null;
        }

        return builder.Build(value => !_flow.Carries(value));
    }

    private int? Absorbable(ChainBuilder builder, List<Step?> steps, Dictionary<int, int> producers)
    {
        foreach (var value in builder.Inputs)
        {
            if (producers.TryGetValue(value, out var index) && steps[index] is PointwiseStep producer && CanAbsorb(builder, producer, steps, index))
                return index;
        }

        return null;
    }

    private bool CanAbsorb(ChainBuilder builder, PointwiseStep producer, List<Step?> steps, int index)
    {
        var value = producer.Results[0].Value;
        return IsReadOnlyBy(value, builder.Statements)
            && builder.InputsWith(producer) <= Chain.MaxInputs
            && !_differInShape(value, builder.Result)
            && !StopsGradient(producer)
            && !(ReadsMember(producer) && steps.Skip(index + 1).Any(WritesState));
    }

    /// <summary>Whether a gradient would flow through it but for where it stands; in a chain with what follows it would.</summary>
    private bool StopsGradient(PointwiseStep producer)
        => producer.Sources.Any(source => source.IsDetached) && producer.Inputs.Any(input => _flow.Carries(input.Value));

    private bool ReadsMember(Step step) => step.Inputs.Any(input => _values[input.Value].Origin == ValueOrigin.Member);

    private static bool WritesState(Step? step)
        => step is CallStep or OutlinedStep or WriteStep || (step is OpStep op && op.Op.Inputs.Any(input => input.IsState));
}
