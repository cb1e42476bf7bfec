using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Differentiation;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;

namespace NnGen.Compiler.Planning;

/// <summary>What is known of a method when its plan is written down: where each value is and what it is called.</summary>
internal sealed class MethodScope
{
    private static readonly string[] s_frameNames = ["plan", "pass", "IsEvaluation", "WantsGradient", "Kind", "FrameBytes", "ResultShapes", "Forward", "Backward", "VisitSaved", "SavesInput", "SavesResult", "CreateResult"];

    private readonly string[] _inputs;
    private readonly string[] _results;
    private readonly Dictionary<Storage, string> _slots = [];
    private readonly Dictionary<Storage, string> _gradientSlots = [];
    private readonly Dictionary<int, string> _wanted = [];
    private readonly List<(TensorListIr Statement, string Name)> _parts = [];

    public MethodScope(LinkedModule linked, MethodIr method, EquatableArray<TurnVariable> scalars, MethodShapes shapes)
    {
        Scalars = scalars;
        Linked = linked;
        Shapes = shapes;
        Method = method;
        var flow = GradientFlow.Of(method, linked);
        Fused = Fuser.Fuse(method, linked, flow, shapes.Differ);
        Groups = AliasGroups.Of(Fused);
        Reverse = ReversePass.Of(Fused, flow, Groups);
        Time = new Timeline(Fused, Reverse);
        Memory = new MemoryPlanner(Fused, Groups, Reverse, Time, shapes.AreEqual);
        Carries = flow.Carries;

        Names = new NameAllocator(ReservedNames(linked.Module));
        _inputs = method.Inputs.Select(input => Names.Allocate(input.Name)).ToArray();
        _results = method.Results.Select((_, index) => Names.Allocate(index == 0 ? "result" : "result" + (index + 1))).ToArray();
        InputGradients = method.Inputs.Select((input, index) => input.Type == DType.Float32 ? Names.Allocate("d" + _inputs[index]) : null).ToArray();
        ResultGradients = method.Results.Select((result, index) => result.Type == DType.Float32 ? Names.Allocate("d" + _results[index]) : null).ToArray();
        NameSlots();
        foreach (var list in method.Body!.Statements.OfType<TensorListIr>().Where(list => list.IsRead || list.IsWrite))
            _parts.Add((list, Names.Allocate(Fused.Values[list.IsRead ? list.Item : list.List].Name + "Part")));
        FrameNames = new NameAllocator(_parts.Select(part => part.Name).Concat(_slots.Values.Concat(_gradientSlots.Values).Concat(s_frameNames).Concat(TurnNames(linked.Module))));
    }

    public LinkedModule Linked { get; }

    public MethodIr Method { get; }

    /// <summary>What the passes take besides tensors.</summary>
    public EquatableArray<TurnVariable> Scalars { get; }

    public MethodShapes Shapes { get; }

    public FusedMethod Fused { get; }

    public AliasGroups Groups { get; }

    public ReversePass Reverse { get; }

    public Timeline Time { get; }

    public MemoryPlanner Memory { get; }

    /// <summary>Names of locals in methods of the module, so that none hides a member; slots have the same names in the frame.</summary>
    public NameAllocator Names { get; }

    /// <summary>Names that only the frame and the plan have.</summary>
    public NameAllocator FrameNames { get; }

    public System.Func<int, bool> Carries { get; }

    public IReadOnlyList<string> InputNames => _inputs;

    public IReadOnlyList<string> ResultNames => _results;

    /// <summary>Names of the inputs' gradients; null where an input can have none.</summary>
    public IReadOnlyList<string?> InputGradients { get; }

    /// <summary>Names of the results' gradients; null where a result can have none.</summary>
    public IReadOnlyList<string?> ResultGradients { get; }

    /// <summary>The field that says which part of a list an action writes or reads.</summary>
    public string PartName(TensorListIr statement) => _parts.First(part => ReferenceEquals(part.Statement, statement)).Name;

    public string SlotName(Storage storage) => _slots[storage];

    public string GradientSlotName(Storage storage) => _gradientSlots[storage];

    /// <summary>The local that says whether the gradient of a computed value is wanted.</summary>
    public string WantedName(int root) => _wanted[root];

    /// <summary>Where a pass reads or writes a value.</summary>
    public OperandPlan Operand(int id, bool isState = false)
        => Groups.Part(id) is >= 0 and var part ? new PartOperand(Whole(id, isState), PartName(part)) : Whole(id, isState);

    private string PartName(int item) => _parts.First(part => part.Statement.IsRead && part.Statement.Item == item).Name;

    private OperandPlan Whole(int id, bool isState)
    {
        var value = Fused.Values[Groups.Root(id)];
        if (value.Origin == ValueOrigin.Input)
            return new ParameterOperand(_inputs[InputIndex(value.Id)], value.Type);
        if (value.Origin == ValueOrigin.Member)
            return new MemberOperand(value.Member!, value.MemberKind, value.Type, value.IsNullable, isState);
        var storage = Memory.Value(value.Id);
        return storage.Result is { } result ? new ParameterOperand(_results[result], value.Type) : new SlotOperand(_slots[storage], value.Type);
    }

    /// <summary>Where the gradient of a value is read as a result's gradient.</summary>
    public OperandPlan ResultGradient(int root)
        => Memory.Gradient(root) is { } storage
            ? new GradientSlotOperand(_gradientSlots[storage])
            : new ParameterOperand(ResultGradients[Memory.DirectGradient(root)]!, DType.Float32);

    /// <summary>Where the gradient of a tensor is written that may be one of a list.</summary>
    public TargetPlan PartTarget(int value, TargetPlan whole) => Groups.Part(value) is >= 0 and var part ? new PartTarget(whole, PartName(part)) : whole;

    /// <summary>Where the gradient of what was written to a list is read.</summary>
    public OperandPlan PartGradient(TensorListIr statement)
    {
        var root = Groups.Root(statement.List);
        OperandPlan whole = Fused.Values[root].Origin == ValueOrigin.Input
            ? new ParameterOperand(InputGradients[InputIndex(root)] + ".Span", DType.Float32)
            : new GradientSlotOperand(_gradientSlots[Memory.Gradient(root)!]);
        return new PartOperand(whole, PartName(statement));
    }

    /// <summary>Where the gradient of a value is written.</summary>
    public TargetPlan Target(int root, bool isFirst)
    {
        var value = Fused.Values[root];
        return value.Origin switch
        {
            ValueOrigin.Input => new InputTarget(InputGradients[InputIndex(root)]!, isFirst),
            ValueOrigin.Member => new MemberTarget(value.Member!, value.IsNullable),
            _ => new SlotTarget(_gradientSlots[Memory.Gradient(root)!], isFirst, value.IsList ? null : _wanted[root]),
        };
    }

    /// <summary>Index of an input by its value.</summary>
    public int InputIndex(int value)
    {
        for (var i = 0; i < Method.Inputs.Count; i++)
        {
            if (Method.Inputs[i].Value == value)
                return i;
        }

        throw new KeyNotFoundException($"Value {value} is no input of {Method.Name}.");
    }

    /// <summary>Names that generated code reaches without <c>this</c> or a frame, and those that every frame has.</summary>
    private static IEnumerable<string> ReservedNames(ModuleIr module)
        => module.Members.Select(member => member.Name)
            .Concat(module.Constructor.Select(hyper => hyper.Name))
            .Concat(module.Constructor.Select(hyper => hyper.Member).OfType<string>())
            .Concat(module.Scalars.Select(scalar => scalar.Name))
            .Concat(["f", "plan", "pass", "kind", "inputs", "binder", "frame", "records", "module", "saved", "Training"])
            .Concat(module.Methods.SelectMany(PathsRead).Select(path => path.Split('.', '[')[0]))
            .Concat(s_frameNames)
            .Concat(TurnNames(module));

    /// <summary>Paths through members, which a base class may declare.</summary>
    private static IEnumerable<string> PathsRead(MethodIr method)
    {
        var statements = (method.Body?.All ?? []).ToList();
        return method.Values.Select(value => value.Member)
            .Concat(statements.OfType<OutlinedIr>().SelectMany(outlined => outlined.Bodies).SelectMany(body => body.Values).Select(value => value.Member))
            .Concat(statements.OfType<CallIr>().Select(call => call.Target))
            .Concat(statements.OfType<LoopIr>().Select(loop => (loop.Turn as EachTurnIr)?.List))
            .Concat(statements.SelectMany(statement => statement.ScalarsRead).SelectMany(ScalarFolding.Leaves).OfType<MemberScalarIr>().Select(member => member.Path))
            .OfType<string>();
    }

    private static IEnumerable<string> TurnNames(ModuleIr module)
        => module.Methods.SelectMany(method => method.Body?.All ?? []).OfType<LoopIr>()
            .SelectMany(loop => loop.Scope.Select(variable => variable.Name).Concat(loop.Scalars.Select(scalar => scalar.Next)))
            .Concat(module.Methods.SelectMany(method => method.Scalars).Select(scalar => scalar.Name));

    private void NameSlots()
    {
        foreach (var storage in Memory.ValueSlots)
            _slots.Add(storage, Names.Allocate(Fused.Values[storage.Root].Name));
        foreach (var storage in Memory.GradientSlots)
            _gradientSlots.Add(storage, Names.Allocate("d" + GradientStem(storage)));
        foreach (var value in Fused.Values)
        {
            if (Memory.Gradient(value.Id) is { } storage)
                _wanted.Add(value.Id, Names.Allocate("wants" + NameAllocator.Pascal(GradientStem(storage))));
        }
    }

    private string GradientStem(Storage storage)
        => Memory.Value(storage.Root) is { Result: null } value ? _slots[value] : _results[Memory.Value(storage.Root).Result!.Value];
}
