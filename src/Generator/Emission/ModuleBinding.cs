using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>
/// Writes how a method is bound to input shapes. It works from the shapes that are there, whatever was proven at compile time:
/// a child may come from another version of a library or have been replaced.
/// </summary>
internal static class ModuleBinding
{
    public static void Write(CodeWriter code, ModulePlan plan, MethodPlan method)
    {
        if (!method.IsBody)
            code.Line(ModuleText.Hidden);
        using (code.Block($"{ModuleText.Access(method)} {method.Names.Plan} {method.Names.Bind}(sys::ReadOnlySpan<nn::Shape?> inputs, rt::PlanKind kind{ModuleText.TurnParameters(method)}{ModuleText.ListParameters(method)})"))
        {
            WriteShapes(code, plan, method);
            WriteFrame(code, method);
            WritePlan(code, method);
        }

        code.Line();
    }

    private static void WriteShapes(CodeWriter code, ModulePlan plan, MethodPlan method)
    {
        code.Line($"var binder = new rt::Binder(this, {CodeWriter.Literal(plan.Module.Type.Name)});");
        foreach (var hyper in method.Bind.Hypers)
            code.Line($"binder.Hyper({CodeWriter.Literal(hyper.Name)}, {hyper.Expression});");
        for (var i = 0; i < method.Inputs.Count; i++)
        {
            var input = method.Inputs[i].Input;
            if (!method.Inputs[i].IsList)
                code.Line($"binder.Input({CodeWriter.Literal(input.Name)}, {TextOrNull(input.Shape)}, inputs[{i}]);");
        }

        foreach (var line in method.Bind.Lines)
        {
            if (line is BindLoop loop)
                WriteLoop(code, loop);
            else if (line is BindBranch branch)
                WriteBranch(code, branch);
            else
                code.Line(Line(line));
        }

        foreach (var result in method.Bind.Results)
            code.Line($"binder.Result({TextOrNull(result.Text)}, {BoundShapes.Present(result.Shape)});");
        code.Line();
    }

    private static void WriteLoop(CodeWriter code, BindLoop loop)
    {
        var inputs = string.Join(", ", loop.Inputs.Select(BoundShapes.Text));
        var carried = string.Join(", ", loop.Carried.Select(type => "nn::DType." + type));
        var bind = $"{loop.Bind}({string.Join(", ", new[] { loop.Local + ".Inputs", "kind" }.Concat(loop.Variables).Concat(loop.Lists))})";
        code.Line($"var {loop.Local} = new rt::LoopBinder(kind, [{inputs}], [{carried}]{(loop.Given == 0 ? "" : $", given: {Number(loop.Given)}")}{(!loop.IsOpen ? "" : loop.IsCounted ? ", isOpen: true" : ", isOpen: true, isCounted: false")});");
        foreach (var scalar in loop.Scalars)
            code.Line($"{ModuleText.Short(scalar.Type)} {scalar.Name} = {ModuleText.Short(scalar.From)};");
        using (code.Block(ModuleText.Short(loop.Header)))
        {
            code.Line($"var {loop.Turn} = {bind};");
            code.Line($"{loop.Local}.Add({loop.Turn});");
            foreach (var scalar in loop.Scalars)
                code.Line($"{scalar.Name} = {loop.Turn}.{scalar.Next};");
            if (loop.Exit is not null)
                code.Line($"if (!{loop.Turn}.{loop.Exit}) break;");
        }

        if (loop.Footer is not null)
            code.Line(ModuleText.Short(loop.Footer));
        code.Line($"var {loop.Plan} = {loop.Local}.Build();");
    }

    private static void WriteBranch(CodeWriter code, BindBranch branch)
    {
        if (branch.IsKnown)
        {
            code.Line($"rt::Plan {branch.Plan} =");
            foreach (var arm in branch.Arms)
                code.Line("    " + (arm.Condition is null ? Arm(branch, arm) + ";" : $"{ModuleText.Short(arm.Condition)} ? {Arm(branch, arm)} :"));
            return;
        }

        code.Line($"var {branch.Plan} = new rt::BranchPlan(kind, [{string.Join(", ", branch.Results.Select(CodeWriter.Literal))}],");
        for (var i = 0; i < branch.Arms.Count; i++)
        {
            var arm = branch.Arms[i];
            var text = arm.Condition is null ? Arm(branch, arm) : $"{ModuleText.Short(arm.Condition)} ? {Arm(branch, arm)} : null";
            code.Line($"    {text}{(i + 1 < branch.Arms.Count ? "," : ");")}");
        }
    }

    private static string Arm(BindBranch branch, BindArm arm)
    {
        if (arm.Bind is null)
            return $"new rt::UnchangedPlan(kind, [{string.Join(", ", arm.Unchanged.Select(Number))}], [{string.Join(", ", arm.Unchanged.Select(input => BoundShapes.Present(branch.Inputs[input])))}])";
        return $"{arm.Bind}([{string.Join(", ", branch.Inputs.Select(BoundShapes.Text))}], kind{string.Concat(branch.Variables.Concat(branch.Lists).Select(name => ", " + name))})";
    }

    private static string Line(BindLine line) => line switch
    {
        BindOp op => $"var {op.Local} = binder.Op({ModuleText.Short(op.Type)}.Contract, {CodeWriter.Literal(op.Site)}, "
            + $"[{string.Join(", ", op.Inputs.Select(BoundShapes.Text))}], [{string.Join(", ", op.Scalars.Select(ModuleText.Short))}]);",
        BindChild child => $"var {child.Plan} = {Child(child)};",
        BindList list => $"{(list.Local is null ? "" : $"var {list.Local} = ")}{ModuleText.Short(list.Value)};",
        BindCheck check => ModuleText.Short(check.Check),
        BindWrite write => $"binder.Write({CodeWriter.Literal(write.Target)}, {write.Target}.Shape, {BoundShapes.Present(write.Shape)});",
        BindLayer layer => $"binder.Layer({ModuleText.Module(layer.Target, layer.IsCast)}, {BoundShapes.Present(layer.Shape)});",
        BindOpLayer layer => $"binder.Layer({layer.Target}, {layer.Op});",
        _ => throw new System.ArgumentOutOfRangeException(nameof(line)),
    };

    /// <summary>A method whose body is known is bound by its own name, so that no class derived from the child's answers instead.</summary>
    private static string Child(BindChild child)
    {
        var inputs = $"[{string.Join(", ", child.Inputs.Select(BoundShapes.Text))}]";
        var scalars = child.Scalars.Select(ModuleText.Short).ToList();
        if (child.Bind is not null)
            return $"{child.Target}.{child.Bind}({inputs}, kind{string.Concat(scalars.Select(scalar => ", " + scalar))})";
        if (child.IsRecomputed)
            return $"rt::RecomputePlan.Bind({ModuleText.Module(child.Target, child.IsCast)}, {CodeWriter.Literal(child.Key)}, {inputs}, [{string.Join(", ", scalars.Select(ModuleText.ScalarArgument))}], kind)";
        var given = scalars.Count == 0 ? "" : $"[{string.Join(", ", scalars.Select(ModuleText.ScalarArgument))}], ";
        return $"{ModuleText.Module(child.Target, child.IsCast)}.Bind({CodeWriter.Literal(child.Key)}, {inputs}, {given}kind)";
    }

    private static void WriteFrame(CodeWriter code, MethodPlan method)
    {
        code.Line("var frame = new rt::FrameBuilder();");
        if (method.Slots.Count + method.Scalars.Count + method.Children.Count > 0)
            code.Line("var records = kind == rt::PlanKind.Recording;");
        foreach (var slot in method.Slots)
        {
            var count = BoundShapes.Stored(slot.Shape) + ".Count";
            code.Line($"var {slot.Name} = frame.Add({(slot.IsGradient ? $"records ? {count} : 0" : count)}, sizeof({OpTypes.Element(slot.Type)}), {Life(slot.First, slot.LastForward, slot.Last)});");
        }

        foreach (var scalar in method.Scalars)
            code.Line($"var {scalar.Name} = frame.Add(1, rt::PassRuntime.ScalarBytes, {Life(scalar.First, scalar.LastForward, scalar.Last)});");
        foreach (var child in method.Children)
            code.Line($"var {child.Name} = frame.AddChild({child.Plan}, {Life(child.First, child.LastForward, child.Last)});");
        code.Line("frame.Layout();").Line();
    }

    private static string Life(int first, int lastForward, int last)
        => lastForward == last || first > lastForward
            ? Number(first) + ", " + Number(last)
            : $"{Number(first)}, records ? {Number(last)} : {Number(lastForward)}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void WritePlan(CodeWriter code, MethodPlan method)
    {
        var results = string.Join(", ", method.Bind.Results.Select(result => BoundShapes.Stored(result.Shape)));
        var fields = Fields(method).ToList();
        if (fields.Count == 0)
        {
            code.Line($"return new {method.Names.Plan}(this, kind, frame.FrameBytes, [{results}]);");
            return;
        }

        code.Line($"return new {method.Names.Plan}(this, kind, frame.FrameBytes, [{results}])");
        code.Line("{");
        foreach (var field in fields)
            code.Line($"    {field},");
        code.Line("};");
    }

    private static IEnumerable<string> Fields(MethodPlan method)
        => method.Bind.Fields.Select(field => $"{field.Name} = {Value(field)}")
            .Concat(method.Variables.Select(variable => $"{variable.Name} = {variable.Name}"))
            .Concat(method.Children.Select(child => $"{child.Plan} = {child.Plan}"))
            .Concat(method.Slots.Select(slot => slot.Name).Concat(method.Scalars.Select(scalar => scalar.Name)).Concat(method.Children.Select(child => child.Name))
                .Select(name => $"{name} = frame[{name}]"));

    private static string Value(FieldPlan field) => field switch
    {
        SymbolField symbol => $"binder[{CodeWriter.Literal(symbol.Symbol)}]",
        DimField dim => $"{dim.Op}.Dim({CodeWriter.Literal(dim.Dim)})",
        AlternativeField alternative => alternative.Op + ".Alternative",
        AbsentField absent => BoundShapes.Text(absent.Shape) + " is null",
        AxisField axis => BoundShapes.Axis(axis.Shape, axis.Axis, axis.Rank),
        ScalarField scalar => ModuleText.Short(scalar.Value),
        RankField rank => BoundShapes.Rank(rank.Shape),
        ShapeField shape => BoundShapes.OrDefault(shape.Shape),
        ShapesField shapes => $"[{string.Join(", ", shapes.Shapes.Select(BoundShapes.Present))}]",
        PartField part => part.Value,
        PartsField parts => parts.Items + ".Parts",
        LayoutField layout => $"rt::BroadcastLayout.Create({BoundShapes.Present(layout.Result)}, [{string.Join(", ", layout.Inputs.Select(BoundShapes.Present))}])",
        _ => throw new System.ArgumentOutOfRangeException(nameof(field)),
    };

    private static string TextOrNull(string? text) => text is null ? "null" : CodeWriter.Literal(text);
}
