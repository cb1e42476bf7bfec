using System.Globalization;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>The table of a module: one line for each module, then totals.</summary>
internal static class ModuleSummary
{
    // Far enough apart to tell a N + b from anything else, and even, since channels and batches are often split in two.
    private static readonly int[] s_batches = [4, 8, 16];

    /// <summary>With the batch as a symbol where it is the only one.</summary>
    public static string OfSymbols(Module root)
    {
        if (InputShapes.Of(root) is not { } inputs)
            return Write(root, LayerFigures.None);
        var batch = inputs.Batch;
        var open = inputs.Symbols.Where(symbol => symbol != batch).ToList();
        if (open.Count > 0)
            return Write(root, LayerFigures.None) + $"\nResults depend on {string.Join(", ", open)}: state shapes for {inputs.Text}, as in Summary([64, 3, 224, 224]).";
        var traces = Array.ConvertAll(batch is null ? [1] : s_batches, size => SummaryTrace.Of(root, inputs.With(_ => size)));
        return Write(root, batch is null ? new BoundFigures(traces[0]) : new SymbolicFigures(batch.TrimStart('*'), s_batches, traces));
    }

    /// <summary>For a batch.</summary>
    public static string OfBatch(Module root, int batch)
    {
        var inputs = InputShapes.Of(root)
            ?? throw new ArgumentException($"{root.TypeName} does not say the shapes of its inputs: state them, as in Summary([{batch}, 3, 224, 224]).", nameof(batch));
        if (inputs.Symbols.Where(symbol => symbol != inputs.Batch).ToList() is { Count: > 0 } open)
            throw new ArgumentException($"{root.TypeName} takes {inputs.Text}: state {string.Join(", ", open)} too, as in Summary([{batch}, 3, 224, 224]).", nameof(batch));
        return OfInputs(root, inputs.With(_ => batch));
    }

    /// <summary>For shapes of inputs.</summary>
    public static string OfInputs(Module root, Shape?[] inputs)
    {
        inputs = InputShapes.Complete(root, inputs);
        var table = Write(root, new BoundFigures(SummaryTrace.Of(root, inputs)));
        var training = root.Bind("Forward", inputs, PlanKind.Recording).FrameBytes;
        var prediction = root.Bind("Forward", inputs, PlanKind.ForwardOnly).FrameBytes;
        return $"{table}; forward and backward pass {Megabytes(training)} MB; prediction {Megabytes(prediction)} MB";
    }

    private static string Write(Module root, LayerFigures figures)
    {
        var table = new TextTable(figures.HasResults ? ["layer", "type", "result"] : ["layer", "type"], ["parameters", "trainable", .. figures.HasResults ? ["multiply-adds"] : Array.Empty<string>()]);
        var counted = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
        foreach (var (name, module) in root.NamedModules())
        {
            var own = MemberLists.Of(module).Parameters.Select(parameter => parameter.Parameter).Where(counted.Add).ToList();
            string[] layer = [Indented(name), module.TypeName];
            string[] parameters = own.Count == 0 ? ["", ""] : [Number(Count(own)), Number(Count(own.Where(parameter => parameter.RequiresGrad)))];
            table.Add(figures.HasResults ? [.. layer, figures.Result(module), .. parameters, figures.MultiplyAdds(module)] : [.. layer, .. parameters]);
        }

        var all = root.Parameters();
        var trainable = Count(all.Where(parameter => parameter.RequiresGrad));
        var bytes = sizeof(float) * Count(all);
        return $"{table}\n{Number(Count(all))} parameters: {Number(trainable)} trainable, {Number(Count(all) - trainable)} frozen"
            + (figures.HasResults ? $"\n{figures.Total} multiply-adds" : "")
            + $"\nmemory: parameters {Megabytes(bytes)} MB";
    }

    /// <summary>A module's own key, below that of its parent.</summary>
    private static string Indented(string name)
    {
        if (name.Length == 0)
            return "(root)";
        var parts = name.Split('.');
        return new string(' ', 2 * parts.Length) + parts[^1];
    }

    private static long Count(IEnumerable<Parameter> parameters) => parameters.Sum(parameter => (long)parameter.Count);

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("N2", CultureInfo.InvariantCulture);
}
