using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Planning;

/// <summary>
/// Plans how a method is bound, and finds for every size that a pass needs what it is: a number proven at compile time, an
/// expression over the inputs' symbols, or a field that binding fills.
/// </summary>
internal sealed partial class BindPlanner
{
    private readonly MethodScope _scope;
    private readonly MethodNames _names;
    private readonly ScalarText _text;
    private readonly CallSites _sites;
    private readonly Dictionary<int, ShapePlan> _shapes = [];
    private readonly Dictionary<int, string> _ops = [];
    private readonly Dictionary<int, ShapePlan> _lists = [];
    private readonly List<BindLine> _lines = [];
    private readonly List<FieldPlan> _fields = [];
    private readonly Dictionary<string, FieldPlan> _known = [];
    private readonly List<ChildPlan> _children = [];
    private readonly List<(StatementIr Statement, string Name)> _childNames = [];
    private readonly List<OutlinedBody> _bodies = [];
    private int _loops;
    private int _branches;

    /// <param name="scope">The method.</param>
    /// <param name="names">Names of what is generated for it.</param>
    /// <param name="loop">The loop of which it is a turn, or null.</param>
    public BindPlanner(MethodScope scope, MethodNames names, LoopIr? loop)
    {
        _scope = scope;
        _sites = new CallSites(scope.Linked, scope.Method);
        _names = names;
        _text = new ScalarText(
            path => path.Length == 0 ? "Training" : path + ".Training",
            dim => BoundShapes.Axis(_shapes[dim.Value], dim.Axis, dim.Rank),
            value => BoundShapes.Rank(_shapes[value]),
            value => BoundShapes.OrDefault(_shapes[value]),
            number => number.Name,
            value => BoundShapes.Text(_shapes[value]) + " is null");
        foreach (var value in scope.Method.Values)
        {
            if (value.Origin == ValueOrigin.Input)
                _shapes.Add(value.Id, value.IsList ? Taken(value) : new InputShape(scope.InputIndex(value.Id)));
            else if (value.Origin == ValueOrigin.Member)
                _shapes.Add(value.Id, new MemberShape(value.Member!, value.IsNullable));
        }

        Visit(scope.Method.Body!);
        for (var i = 0; i < loop?.Scalars.Count; i++)
            _fields.Add(new ScalarField(loop.Scalars[i].Variable.Type, loop.Scalars[i].Next, _text.Write(scope.Method.Turn!.Next[i])));
        if (scope.Method.Turn?.GoesOn is { } goesOn)
            _fields.Add(new ScalarField("bool", LoopIr.GoesOn, _text.Write(goesOn)));
        foreach (var stage in scope.Time.Forward.OfType<StageStep>())
            _shapes[stage.Results[0].Value] = _shapes[stage.Inputs[0].Value];
    }

    /// <summary>Names of what binds the lists that the method takes, in the order of its inputs.</summary>
    public IEnumerable<string> ListsTaken => Lists(_scope.Method.Inputs.Select(input => input.Value));

    public IEnumerable<ChildPlan> Children => _children;

    /// <summary>The turns of the loops and the arms of the branches that stand in the method.</summary>
    public IReadOnlyList<OutlinedBody> Bodies => _bodies;

    public BindPlan Build()
    {
        var hypers = _scope.Linked.Module.Constructor
            .Where(hyper => hyper.Member is not null && hyper.Type is "int" or "long" && IsNamed(hyper.Name))
            .Select(hyper => new BoundHyper(hyper.Name, hyper.Member!))
            .Concat(_scope.Method.Scalars.Where(scalar => scalar.Type is "int" or "long").Select(scalar => new BoundHyper(scalar.Name, scalar.Name)));
        var results = _scope.Method.Results.Select(result => new BoundResult(result.Shape, _shapes[result.Value]));
        return new BindPlan(hypers.ToEquatableArray(), _lines.ToEquatableArray(), _fields.ToEquatableArray(), results.ToEquatableArray());
    }

    /// <summary>Whether binding needs a hyperparameter: of an object that holds many, those that shapes name.</summary>
    private bool IsNamed(string hyper)
        => hyper.IndexOf('.') < 0
            || _fields.OfType<SymbolField>().Any(field => field.Symbol == hyper)
            || _scope.Method.Inputs.Select(input => input.Shape).Concat(_scope.Method.Results.Select(result => result.Shape))
                .Any(text => text?.IndexOf(hyper, StringComparison.Ordinal) >= 0);

    /// <summary>Where binding finds the shape of a value, an output kept for Backward included.</summary>
    public ShapePlan Shape(int value) => _shapes[value];

    /// <summary>Name of the frame of a child that is called, of a loop or of a branch.</summary>
    public string ChildName(StatementIr statement) => _childNames.First(child => ReferenceEquals(child.Statement, statement)).Name;

    /// <summary>Whether a check is made when bound, not at each call.</summary>
    public static bool IsBound(CheckIr check) => check.ScalarsRead.All(BindTime.IsKnown);

    /// <summary>A dim that an op's contract names, as a pass writes it.</summary>
    public string Dim(OpIr op, string dim)
    {
        if (_scope.Shapes.DimOf(op, dim) is { } size && IsKnown(size))
            return Expression(size);
        var local = _ops[op.Results[0]];
        return Field($"dim {local} {dim}", local + NameAllocator.Pascal(dim), name => new DimField(name, local, dim));
    }

    /// <summary>The alternative of an op's contract, as a pass writes it.</summary>
    public string Alternative(OpIr op)
    {
        if (_scope.Shapes.AlternativeOf(op) is { } index)
            return index.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var local = _ops[op.Results[0]];
        return Field($"alternative {local}", local + "Alternative", name => new AlternativeField(name, local));
    }

    /// <summary>A whole shape, as a pass writes it.</summary>
    public string WholeShape(int value)
        => Field($"shape {value}", _scope.Fused.Values[value].Name + "Shape", name => new ShapeField(name, _shapes[value]));

    /// <summary>The shapes of a variadic input, as a pass writes them.</summary>
    public string WholeShapes(OpIr call, string input)
    {
        var shapes = _lists.TryGetValue(call.Results[0], out var items)
            ? EquatableArray.Create(items)
            : call.Tensors.Where(tensor => tensor.Name == input).Select(tensor => _shapes[tensor.Value]).ToEquatableArray();
        return Field($"shapes {call.Results[0]} {input}", input + "Shapes", name => new ShapesField(name, shapes));
    }

    /// <summary>How a pointwise function's inputs are broadcast: the field's name.</summary>
    public string Layout(int result, IEnumerable<int> inputs)
    {
        var shapes = inputs.Select(Shape).ToEquatableArray();
        Field($"layout {result}", _scope.Fused.Values[result].Name + "Layout", name => new LayoutField(name, _shapes[result], shapes));
        return _known[$"layout {result}"].Name;
    }

    /// <summary>A dim of a value that the user's code reads, as a pass writes it.</summary>
    public string Axis(DimIr dim)
    {
        var shape = _scope.Shapes[dim.Value];
        if (shape.HasRank && ScalarShapes.Axis(shape, dim) is { } size && IsKnown(size))
            return Expression(size);
        return Field(
            $"axis {dim.Value} {dim.Axis} {dim.Rank}",
            _scope.Fused.Values[dim.Value].Name + "Dim" + (dim.Axis < 0 ? "Last" + -dim.Axis : dim.Axis.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            name => new AxisField(name, _shapes[dim.Value], dim.Axis, dim.Rank));
    }

    /// <summary>The number of dims of a value, as a pass writes it.</summary>
    public string Rank(int value)
        => _scope.Shapes[value].Rank is { } rank
            ? rank.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : Field($"rank {value}", _scope.Fused.Values[value].Name + "Rank", name => new RankField(name, _shapes[value]));

    /// <summary>A number that binding has computed, as a pass writes it.</summary>
    public string Bound(BoundScalarIr number) => Field("scalar " + number.Name, number.Name, name => new ScalarField(number.Type, name, number.Name));

    /// <summary>Whether an optional input is absent, as a pass writes it.</summary>
    public string Absent(int value)
        => Field($"absent {value}", _scope.Fused.Values[value].Name + "IsAbsent", name => new AbsentField(name, _shapes[value]));

    private bool IsKnown(Dim size) => size.Symbols().All(_scope.Shapes.Symbols.Contains);

    private string Expression(Dim size)
        => size.ToCSharp(symbol => Field("symbol " + symbol, symbol, name => new SymbolField(name, symbol)));

    private string Field(string key, string wish, Func<string, FieldPlan> create)
    {
        if (!_known.TryGetValue(key, out var field))
        {
            field = create(_scope.FrameNames.Allocate(wish));
            _known.Add(key, field);
            _fields.Add(field);
        }

        return "f." + field.Name;
    }

    private void Visit(BlockIr block)
    {
        for (var i = 0; i < block.Statements.Count; i++)
        {
            switch (block.Statements[i])
            {
                case OpIr op:
                    Bind(op);
                    break;
                case CallIr call:
                    Bind(call);
                    break;
                case LoopIr loop:
                    Bind(loop, i);
                    break;
                case BranchIr branch:
                    Bind(branch, i);
                    break;
                case TensorListIr list:
                    Bind(list);
                    break;
                case NumberIr number:
                    _shapes[number.Result] = new ScalarShape();
                    break;
                case AbsentIr absent:
                    _shapes[absent.Result] = new ScalarShape();
                    break;
                case CheckIr check when IsBound(check):
                    _lines.Add(new BindCheck(_text.Write(check)));
                    break;
                case WriteIr write:
                    _lines.Add(new BindWrite(_scope.Method.Values[write.Member].Member!, _shapes[write.Source]));
                    break;
            }
        }
    }

    private void Bind(OpIr call)
    {
        var op = _scope.Linked.Op(call.Op);
        var local = _scope.Names.Allocate(NameAllocator.Camel(op.Name.EndsWith("Op", StringComparison.Ordinal) ? op.Name.Substring(0, op.Name.Length - 2) : op.Name));
        var inputs = op.Inputs.SelectMany(input => Inputs(call, input)).ToList();
        var scalars = op.ShapeHypers.Select(hyper => Scalar(call, op.Hypers.First(candidate => candidate.Name == hyper)));
        var site = _sites.Of(call);
        _lines.Add(new BindOp(local, op.FullName, site.ToString(), inputs.ToEquatableArray(), scalars.ToEquatableArray()));
        if (_scope.Linked.Module.Members.Any(member => member.Kind == MemberKind.Module && member.Name == site.Callee))
            _lines.Add(new BindOpLayer(site.Callee, local));
        _ops.Add(call.Results[0], local);
        for (var i = 0; i < call.Results.Count; i++)
            _shapes[call.Results[i]] = new OpShape(local, i);

        // What the op keeps for its Backward has no id in the user's method; the fused step knows it.
        if (op.Outputs.Any(output => output.IsSaved))
        {
            var step = _scope.Time.Forward[_scope.Time.Definition(FusedResult(call))];
            for (var i = call.Results.Count; i < step.Results.Count; i++)
                _shapes[step.Results[i].Value] = new OpShape(local, i);
        }
    }

    private int FusedResult(OpIr call)
        => _scope.Time.Forward.First(step => step is not StageStep && step.Sources.Any(source => ReferenceEquals(source, call))).Results[0].Value;

    private ListShape Taken(ValueIr list) => new(_scope.Names.Allocate(list.Name + "List"));

    private IEnumerable<string> Lists(IEnumerable<int> values)
        => values.Where(value => value >= 0 && _shapes[value] is ListShape).Select(value => ((ListShape)_shapes[value]).Local);

    private void Bind(TensorListIr list)
    {
        if (list.Action == ListAction.Create)
            _shapes[list.List] = Taken(_scope.Fused.Values[list.List]);
        var local = ((ListShape)_shapes[list.List]).Local;
        var index = list.Index is null ? "" : list.IsFromEnd ? $"^({_text.Write(list.Index)})" : _text.Write(list.Index);
        var part = list.IsRead || list.IsWrite ? _scope.PartName(list) : null;
        if (list.IsWrite)
        {
            var shape = BoundShapes.Present(_shapes[list.Item]);
            _lines.Add(new BindList(part, $"{local}.{list.Action}({(index.Length == 0 ? "" : index + ", ")}{shape})"));
            _fields.Add(new PartField(part!, part!));
        }
        else if (list.IsRead)
        {
            var item = _scope.Names.Allocate(_scope.Fused.Values[list.Item].Name + "Item");
            _lines.Add(new BindList(item, $"{local}.{list.Action}({index})"));
            _fields.Add(new PartField(part!, item + ".Part"));
            _shapes[list.Item] = new ItemShape(item);
        }
        else
        {
            _lines.Add(list.Action switch
            {
                ListAction.Create => new BindList(local, $"new global::NnGen.CompilerServices.ListBinder(sizeof({OpTypes.Element(_scope.Fused.Values[list.List].Type)}){(index.Length == 0 ? "" : ", " + index)})"),
                ListAction.Count => new BindList(list.Name, local + ".Count"),
                _ => new BindList(null, $"{local}.{list.Action}({index})"),
            });
        }
    }

    /// <summary>The plan's field that says where the tensors of a list are that an op takes.</summary>
    public string Parts(OpIr call)
    {
        var items = ((ItemsShape)_lists[call.Results[0]]).Items;
        Field("parts " + items, items, name => new PartsField(name, items));
        return _known["parts " + items].Name;
    }

    private IEnumerable<ShapePlan> Inputs(OpIr call, OpInput input)
    {
        if (call.Tensors.FirstOrDefault(tensor => tensor.Name == input.Name && _scope.Fused.Values[tensor.Value].IsList) is { } list)
        {
            var items = _scope.Names.Allocate(_scope.Fused.Values[list.Value].Name + "Items");
            _lines.Add(new BindList(items, ((ListShape)_shapes[list.Value]).Local + ".Items()"));
            return [_lists[call.Results[0]] = new ItemsShape(items)];
        }

        var values = call.Tensors.Where(tensor => tensor.Name == input.Name).Select(tensor => _shapes[tensor.Value]);
        return input.IsVariadic ? values : [values.FirstOrDefault() ?? new AbsentShape()];
    }

    private string Scalar(OpIr call, OpHyper hyper)
    {
        var value = HyperOf(call, hyper);
        return value switch
        {
            ListIr { IsOpen: true } list => "(int[])" + _text.Write(list),
            ListIr list when hyper.IsList => $"new int[] {{ {string.Join(", ", list.Items.Select(_text.Write))} }}",
            ListIr size => $"({hyper.Type}){_text.Write(size)}",
            ConstantIr { Text: "null" } => "default",
            _ when hyper.IsEnum => $"(int)({_text.Write(value)})",
            _ => _text.Write(value),
        };
    }

    /// <summary>The value of a hyperparameter: as given, or the op's default.</summary>
    public static ScalarIr HyperOf(OpIr call, OpHyper hyper)
        => call.Scalars.FirstOrDefault(scalar => scalar.Name == hyper.Name)?.Value
            ?? hyper.Default
            ?? throw new InvalidOperationException($"{call.Op} is given no '{hyper.Name}'.");

    private void Bind(CallIr call)
    {
        var step = _scope.Time.Forward[_scope.Time.Definition(call.Results[0])];
        var callee = ChildResolver.Resolve(_scope.Linked, (CallStep)step);
        var stem = call.IsOfChild ? call.Target : NameAllocator.Camel(callee.Names.Method);
        var child = _scope.Names.Allocate(stem + "Frame");
        var plan = _scope.Names.Allocate(stem + "Plan");
        var time = _scope.Time.Definition(call.Results[0]);
        var backward = _scope.Time.BackwardOf(step);
        _childNames.Add((call, child));
        _children.Add(new ChildPlan(child, plan, callee.PlanType, callee.FrameType, time, time, backward < 0 ? time : _scope.Time.BackwardTime(backward)));
        _lines.Add(new BindChild(
            plan,
            call.Target,
            callee.Key,
            callee.IsKnown ? callee.Names.Bind : null,
            call.TargetName.Length == 0 || call.Target.Length == 0,
            call.Inputs.Select(value => value < 0 ? new AbsentShape() : _shapes[value]).ToEquatableArray(),
            call.Scalars.Select(_text.Write).ToEquatableArray(),
            call.IsRecomputed));
        if (call.IsOfChild)
            _lines.Add(new BindLayer(call.Target, new ChildShape(plan, 0), call.TargetName.Length == 0));
        for (var i = 0; i < call.Results.Count; i++)
            _shapes[call.Results[i]] = new ChildShape(plan, i, call.OptionalResults.Contains(i));
    }
}

/// <summary>A turn of a loop or an arm of a branch, with the names of what is generated for it.</summary>
/// <param name="Loop">For a turn: its loop.</param>
internal sealed record OutlinedBody(MethodIr Method, EquatableArray<TurnVariable> Scope, MethodNames Names, MethodShapes Shapes, LoopIr? Loop = null);
