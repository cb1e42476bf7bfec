using System.Linq;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>Writes the frame of a method: the names by which its passes reach dims and memory, and the table of its slots.</summary>
internal static class ModuleFrame
{
    public static void Write(CodeWriter code, MethodPlan method)
    {
        WriteTable(code, method);
        code.Line(ModuleText.Hidden);
        using (code.Block($"{ModuleText.Access(method)} readonly ref struct {method.Names.Frame}({method.Names.Plan} plan, rt::Pass pass)"))
        {
            code.Line("public bool IsEvaluation => pass.IsEvaluation;").Line();
            code.Line("public bool WantsGradient => plan.WantsGradient;");
            foreach (var field in method.Bind.Fields)
                code.Line().Line($"internal {ModuleText.Short(field.Type)} {field.Name} => plan.{field.Name};");
            foreach (var slot in method.Slots)
                code.Line().Line(Slot(slot));
            foreach (var scalar in method.Scalars)
                code.Line().Line($"internal ref {ModuleText.Short(scalar.Type)} {scalar.Name} => ref pass.Scalar<{ModuleText.Short(scalar.Type)}>(plan.{scalar.Name});");
            foreach (var child in method.Children)
                code.Line().Line($"internal {child.FrameType} {child.Name} => new {child.FrameType}(plan.{child.Plan}, pass.Child(plan.{child.Name}));");
        }

        code.Line();
    }

    private static string Slot(SlotPlan slot)
    {
        if (slot.IsGradient)
            return $"internal nn::Gradient {slot.Name} => new nn::Gradient(pass.Floats(plan.{slot.Name}), accumulate: false);";
        var type = ModuleText.Span(slot.Type);
        return $"internal {type} {slot.Name} => pass.{(slot.Type == Compiler.Ir.DType.Float32 ? "Floats" : $"Elements<{Compiler.Ops.OpTypes.Element(slot.Type)}>")}(plan.{slot.Name});";
    }

    private static void WriteTable(CodeWriter code, MethodPlan method)
    {
        if (method.Slots.Count == 0)
            return;
        var rows = method.Slots.Select(slot => (slot.Name, Size: slot.Size ?? "when bound", slot.Written, slot.LastRead)).ToList();
        rows.Insert(0, ("slot", "size", "written", "last read"));
        var name = rows.Max(row => row.Name.Length);
        var size = rows.Max(row => row.Size.Length);
        var written = rows.Max(row => row.Written.Length);
        foreach (var row in rows)
            code.Line($"// {row.Name.PadRight(name)}  {row.Size.PadLeft(size)}  {row.Written.PadRight(written)}  {row.LastRead}");
    }
}
