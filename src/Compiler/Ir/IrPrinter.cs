using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace NnGen.Compiler.Ir;

/// <summary>A module as text to be read by people: one line a member, one a statement.</summary>
internal static class IrPrinter
{
    public static string Print(ModuleIr module)
    {
        var text = new StringBuilder();
        text.Append(module.IsBroken ? "broken " : "").Append("module ").Append(module.Type.MetadataName)
            .Append('(').Append(string.Join(", ", module.Constructor.Select(Print))).Append(')')
            .Append(module.BaseModule is null ? "" : " : " + module.BaseModule).Append('\n');
        foreach (var scalar in module.Scalars)
            text.Append("  scalar ").Append(scalar.Name).Append(" = ").Append(Print(scalar.Value)).Append('\n');
        foreach (var member in module.Members)
            text.Append("  ").Append(Print(member)).Append('\n');
        foreach (var method in module.Methods)
            text.Append(Print(method));
        return text.ToString();
    }

    public static string Print(MethodIr method)
    {
        var text = new StringBuilder();
        var inputs = method.Inputs.Select(i => $"{Value(method, i.Value)}: {Type(i.Type, i.Shape)}{(i.IsOptional ? "?" : "")}");
        var results = method.Results.Select(r => (r.Value < 0 ? "" : Value(method, r.Value) + ": ") + Type(r.Type, r.Shape));
        text.Append("  ").Append(method.Name).Append('(').Append(string.Join(", ", inputs)).Append(") -> ").Append(string.Join(", ", results)).Append('\n');
        if (method.Variant is { } variant)
            text.Append("    when ").Append(Print(variant.Condition)).Append('\n');
        if (method.Body is { } body)
            Print(text, method, body, 4);
        return text.ToString();
    }

    public static string Print(ScalarIr scalar) => scalar switch
    {
        ConstantIr constant => constant.Text,
        ConstructorParameterIr parameter => parameter.Name,
        MemberScalarIr member => (member.IsReadOnly ? "this." : "live this.") + member.Path,
        BoundScalarIr bound => bound.Name,
        TrainingIr training => $"training({training.Path})",
        DimIr { Rank: { } rank } dim => $"%{dim.Value}.dim({dim.Axis} of {rank})",
        DimIr dim => $"%{dim.Value}.dim({dim.Axis})",
        NullMemberIr member => $"({member.Path} == null)",
        NullInputIr input => $"(%{input.Value} == null)",
        RankIr rank => $"%{rank.Value}.rank()",
        ShapeIr { IsWhole: true } shape => $"%{shape.Value}.shape()",
        ShapeIr shape => $"%{shape.Value}.shape({shape.Start}..{shape.End})",
        ItemIr item => $"%{item.Value}.item()",
        UnaryIr unary => unary.Operator + Print(unary.Operand),
        BinaryIr binary => $"({Print(binary.Left)} {binary.Operator} {Print(binary.Right)})",
        ConditionalIr conditional => $"({Print(conditional.Condition)} ? {Print(conditional.WhenTrue)} : {Print(conditional.WhenFalse)})",
        ConversionIr conversion => $"({conversion.Type}){Print(conversion.Operand)}",
        FunctionIr function => $"{function.Function}({string.Join(", ", function.Arguments.Select(Print))})",
        ListIr list => $"[{string.Join(", ", list.Items.Select(Print))}]",
        _ => scalar.ToString(),
    };

    private static string Print(TurnIr turn, TurnScalarsIr? scalars) => turn switch
    {
        EachTurnIr each => $"{each.Variable!.Name} in {each.List}",
        CountedTurnIr counted => $"{counted.Variable!.Name} = {Print(counted.From)} {counted.Advance} {Print(counted.Step)} {counted.Comparison} {Print(counted.Until)}",
        OpenTurnIr => "open",
        WhileTurnIr { IsAfter: var isAfter } => (isAfter ? "do while " : "while ") + (scalars?.Condition is { } condition ? Print(condition) : ""),
        _ => turn.ToString(),
    };

    private static string Print(HyperIr hyper)
        => $"{hyper.Type} {hyper.Name}{(hyper.Default is null ? "" : " = " + Print(hyper.Default))}{(hyper.Member is null ? "" : " in " + hyper.Member)}";

    private static string Print(MemberIr member)
    {
        var flags = new List<string>();
        if (!member.IsReadOnly)
            flags.Add("settable");
        if (member.IsPublic)
            flags.Add("public");
        if (!member.IsExact)
            flags.Add("virtual");
        if (!member.IsPersistent)
            flags.Add("transient");
        var arguments = member.Arguments.Count == 0 ? "" : "(" + Named(member.Arguments) + ")";
        return $"{member.Kind.ToString().ToLowerInvariant()} {member.Name} \"{member.Key}\": {member.TypeMetadataName}{arguments}{(member.IsNullable ? "?" : "")}"
            + (member.Shape is null ? "" : $" [{member.Shape}]")
            + (member.Presence is null ? "" : $" if {Print(member.Presence)}")
            + string.Concat(flags.Select(f => " " + f));
    }

    private static void Print(StringBuilder text, MethodIr method, BlockIr block, int indent)
    {
        foreach (var statement in block.Statements)
        {
            text.Append(' ', indent).Append(statement switch
            {
                OpIr op => $"{Results(method, op.Results)} = {Simple(op.Op)}({string.Join(", ", op.Tensors.Select(t => $"{t.Name}: {Value(method, t.Value)}").Concat(op.Scalars.Select(Named)))})",
                CallIr call => $"{Results(method, call.Results)} = {call.Target}.{call.Method} of {call.TargetType}({string.Join(", ", call.Inputs.Select(i => Value(method, i)))})",
                WriteIr write => $"{Value(method, write.Member)} <- {Value(method, write.Source)}",
                LoopIr loop => $"{Results(method, loop.Results)} = loop {Print(loop.Turn, loop.Body.Turn)}({string.Join(", ", loop.Inputs.Select(i => Value(method, i)))})",
                BranchIr branch => $"{Results(method, branch.Results)} = branch on {string.Join(", ", branch.Conditions.Select(Print))}({string.Join(", ", branch.Inputs.Select(i => Value(method, i)))})",
                NumberIr number => $"{Value(method, number.Result)} = {Print(number.Number)}",
                AbsentIr absent => $"{Value(method, absent.Result)} = absent",
                CheckIr check => $"throw {check.Exception} when {Print(check.Condition)}",
                TensorListIr list => $"{(list.Item < 0 ? "" : Value(method, list.Item) + (list.IsRead ? " = " : " to "))}{Value(method, list.List)}.{list.Action}"
                    + (list.Index is null ? "" : $"({(list.IsFromEnd ? "^" : "")}{Print(list.Index)})"),
                _ => statement.ToString(),
            });
            text.Append(statement.IsDetached ? " without gradient" : "");
            text.Append(statement.Text.Length == 0 ? "" : $"   // {statement.Text}").Append('\n');
            foreach (var body in statement is OutlinedIr outlined ? outlined.Bodies : [])
            {
                if (statement is BranchIr)
                    text.Append(' ', indent + 1).Append("arm\n");
                Print(text, body, body.Body!, indent + 2);
            }
        }
    }

    private static string Results(MethodIr method, IEnumerable<int> results) => string.Join(", ", results.Select(r => Value(method, r)));

    private static string Value(MethodIr method, int value)
    {
        if (value < 0)
            return "absent";
        if (value >= method.Values.Count)
            return "%" + value;
        var ir = method.Values[value];
        return ir.Origin == ValueOrigin.Member
            ? $"{ir.Member}{(ir.IsNullable ? "?" : "")}{(ir.Shape is null ? "" : $"[{ir.Shape}]")}"
            : $"%{value}.{ir.Name}";
    }

    private static string Type(DType type, string? shape) => type + (shape is null ? "" : $"[{shape}]");

    private static string Named(IEnumerable<NamedScalar> scalars) => string.Join(", ", scalars.Select(Named));

    private static string Named(NamedScalar scalar) => $"{scalar.Name}: {Print(scalar.Value)}";

    private static string Simple(string metadataName) => metadataName.Substring(metadataName.LastIndexOfAny(['.', '+']) + 1);
}
