using System.Linq;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>Writes what stands over the class: the table of its layers, which a hover shows, and its contract for other assemblies.</summary>
internal static class ModuleHeader
{
    public static void Write(CodeWriter code, ModulePlan plan)
    {
        WriteTable(code, plan);
        if (plan.Contract is not null)
            code.Line($"[nn::ModuleContract({Compiler.Ir.IrCodec.Version}, {CodeWriter.Literal(plan.Contract)})]");
    }

    private static void WriteTable(CodeWriter code, ModulePlan plan)
    {
        if (plan.Layers.Count == 0)
            return;
        var name = plan.Layers.Max(layer => layer.Name.Length);
        var type = plan.Layers.Max(layer => layer.Type.Length);
        var shape = plan.Layers.Max(layer => (layer.Shape ?? "").Length);
        var count = plan.Layers.Max(layer => (layer.Count ?? "").Length);
        code.Doc("<remarks><code>");
        foreach (var layer in plan.Layers)
        {
            var row = $"{layer.Name.PadRight(name)}  {layer.Type.PadRight(type)}  {(layer.Shape ?? "").PadRight(shape)}  {(layer.Count ?? "").PadLeft(count)}";
            code.Doc(CodeWriter.Xml(row.TrimEnd()));
        }

        if (plan.Total is not null)
            code.Doc(CodeWriter.Xml($"{plan.Total.PadLeft(name + type + shape + count + 6)} parameters"));
        code.Doc("</code></remarks>");
    }
}
