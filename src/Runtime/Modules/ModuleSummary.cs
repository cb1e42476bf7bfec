using System.Globalization;
using System.Text;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>The table of a module: one line for each module, with columns as wide as their longest cell.</summary>
internal sealed class ModuleSummary
{
    private readonly Module _root;
    private readonly LayerShapes? _shapes;
    private readonly HashSet<Parameter> _counted = new(ReferenceEqualityComparer.Instance);
    private readonly List<string[]> _rows = [];

    /// <param name="root">The module.</param>
    /// <param name="shapes">Shapes of results; null for a table without them.</param>
    public ModuleSummary(Module root, LayerShapes? shapes)
    {
        _root = root;
        _shapes = shapes;
        _rows.Add(Row("layer", "type", "result", "parameters", "count"));
        foreach (var (name, module) in root.NamedModules())
            Add(name, module);
    }

    public override string ToString()
    {
        var widths = Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            // Numbers stand at the right end of their column.
            var last = row.Length - 1;
            var cells = row.Select((cell, column) => column == last ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        var parameters = _root.Parameters();
        var trainable = parameters.Where(parameter => parameter.RequiresGrad);
        return text.Append(CultureInfo.InvariantCulture, $"{Total(parameters)} parameters, {Total(trainable)} trainable").ToString();
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Total(IEnumerable<Parameter> parameters) => Number(parameters.Sum(parameter => (long)parameter.Count));

    private void Add(string name, Module module)
    {
        var own = MemberLists.Of(module).Parameters;
        var count = own.Where(parameter => _counted.Add(parameter.Parameter)).Sum(parameter => (long)parameter.Parameter.Count);
        _rows.Add(Row(
            name.Length == 0 ? "(root)" : name,
            module.TypeName,
            _shapes?[module]?.ToString() ?? "",
            string.Join(", ", own.Select(parameter => $"{parameter.Key} {parameter.Parameter.Shape}")),
            count == 0 ? "" : Number(count)));
    }

    private string[] Row(string layer, string type, string result, string parameters, string count)
        => _shapes is null ? [layer, type, parameters, count] : [layer, type, result, parameters, count];
}
