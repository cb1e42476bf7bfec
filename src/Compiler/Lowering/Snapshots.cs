using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// A buffer that a method reads and assigns later on is copied first where its old value is still needed: by what reads it after
/// the assignment, or by the gradient of what read it before.
/// </summary>
internal sealed class Snapshots
{
    private const string SnapshotOp = "NnGen.SnapshotOp";

    private readonly LoweringContext _context;
    private readonly MethodIr _method;
    private readonly List<ValueIr> _values;

    private Snapshots(MethodIr method, LoweringContext context)
    {
        _context = context;
        _method = method;
        _values = method.Values.ToList();
    }

    /// <summary>The method with the copies that it needs.</summary>
    public static MethodIr Take(MethodIr method, LoweringContext context)
        => method.Body is { } body && body.All.Any(statement => statement is WriteIr) ? new Snapshots(method, context).Rewrite(body) : method;

    /// <summary>The writes of a statement, each with the name of the member.</summary>
    public static IEnumerable<(string Name, WriteIr Write)> Writes(StatementIr statement, IReadOnlyList<ValueIr> values) => statement switch
    {
        WriteIr write => [(values[write.Member].Name, write)],
        OutlinedIr outlined => outlined.Bodies.SelectMany(body => body.Body!.Statements.SelectMany(inner => Writes(inner, body.Values))),
        _ => [],
    };

    private MethodIr Rewrite(BlockIr body)
    {
        var statements = body.Statements.Select(statement => statement is OutlinedIr outlined ? outlined.RewriteBodies(inner => Take(inner, _context)) : statement).ToList();
        var copies = new Dictionary<int, int>();
        var rewritten = new List<StatementIr>();
        for (var i = 0; i < statements.Count; i++)
        {
            foreach (var value in Reads(statements[i]).Where(value => !copies.ContainsKey(value) && IsOverwritten(value, i, statements)).Distinct().ToList())
                rewritten.Add(Copy(value, statements[i], copies));
            rewritten.Add(Replace(statements[i], copies));
        }

        return _method with
        {
            Values = _values.ToEquatableArray(),
            Results = _method.Results.Select(result => result with { Value = Current(result.Value, copies) }).ToEquatableArray(),
            Body = new BlockIr(rewritten.ToEquatableArray()),
        };
    }

    /// <summary>
    /// Whether a buffer's value, first read by a statement, is gone before its last use. A change in place that a gradient would
    /// notice is an error instead.
    /// </summary>
    private bool IsOverwritten(int value, int first, List<StatementIr> statements)
    {
        if (_values[value] is not { Origin: ValueOrigin.Member, MemberKind: MemberKind.Buffer } member)
            return false;
        var write = statements.FindIndex(first, statement => Writes(statement, _values).Any(write => write.Name == member.Name && !write.Write.IsInPlace));
        return write >= 0
            && (statements.Skip(write + 1).Any(statement => Reads(statement).Contains(value))
                || _method.Results.Any(result => result.Value == value)
                || statements.Skip(first).Take(write - first).Any(statement => Saves(statement, value)));
    }

    private static IEnumerable<int> Reads(StatementIr statement) => statement switch
    {
        OpIr op => op.Tensors.Select(tensor => tensor.Value),
        CallIr call => call.Inputs,
        OutlinedIr outlined => outlined.Inputs,
        WriteIr write => [write.Source],
        TensorListIr { IsWrite: true } list => [list.Item],
        _ => [],
    };

    /// <summary>Whether the backward of an op reads the value.</summary>
    private bool Saves(StatementIr statement, int value)
        => statement is OpIr { IsDetached: false } call
            && _context.Ops.First(op => op.Type == call.Op) is var op
            && call.Tensors.Any(tensor => tensor.Value == value && op.Saves(tensor.Name, _ => true));

    private OpIr Copy(int value, StatementIr reader, Dictionary<int, int> copies)
    {
        var op = _context.Op(SnapshotOp)!;
        _context.Use(op);
        var copy = copies[value] = _values.Count;
        _values.Add(new ValueIr(copy, _values[value].Name.Replace('.', '_'), _values[value].Type, ValueOrigin.Statement));
        return new OpIr(
            reader.Site,
            reader.Text,
            _values[value].Name,
            op.Type,
            EquatableArray.Create(new TensorArgument(op.Inputs[0].Name, value)),
            default,
            EquatableArray.Create(copy));
    }

    private static StatementIr Replace(StatementIr statement, Dictionary<int, int> copies) => statement switch
    {
        OpIr op => op with { Tensors = op.Tensors.Select(tensor => tensor with { Value = Current(tensor.Value, copies) }).ToEquatableArray() },
        CallIr call => call with { Inputs = call.Inputs.Select(input => Current(input, copies)).ToEquatableArray() },
        OutlinedIr outlined => outlined with { Inputs = outlined.Inputs.Select(input => Current(input, copies)).ToEquatableArray() },
        WriteIr write => write with { Source = Current(write.Source, copies) },
        TensorListIr { IsWrite: true } list => list with { Item = Current(list.Item, copies) },
        _ => statement,
    };

    private static int Current(int value, Dictionary<int, int> copies) => copies.TryGetValue(value, out var copy) ? copy : value;
}
