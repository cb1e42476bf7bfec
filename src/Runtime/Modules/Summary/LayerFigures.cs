using System.Globalization;

namespace NnGen;

/// <summary>What a summary says of each module beside its parameters.</summary>
internal abstract class LayerFigures
{
    /// <summary>Nothing.</summary>
    public static LayerFigures None { get; } = new NoFigures();

    public virtual bool HasResults => true;

    /// <summary>Multiply-adds of all modules.</summary>
    public abstract string Total { get; }

    /// <summary>The shape of what a module gives; empty where it is not called.</summary>
    public abstract string Result(Module module);

    /// <summary>Multiply-adds of a module itself; empty where there are none.</summary>
    public abstract string MultiplyAdds(Module module);

    private sealed class NoFigures : LayerFigures
    {
        public override bool HasResults => false;

        public override string Total => "";

        public override string Result(Module module) => "";

        public override string MultiplyAdds(Module module) => "";
    }
}

/// <summary>Figures of one binding.</summary>
internal sealed class BoundFigures(SummaryTrace trace) : LayerFigures
{
    public override string Total => Number(trace.MultiplyAdds);

    public override string Result(Module module) => trace.ResultOf(module)?.ToString() ?? "";

    public override string MultiplyAdds(Module module) => trace.MultiplyAddsOf(module) is > 0 and var count ? Number(count) : "";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>Figures over the size of a batch, from bindings of several.</summary>
/// <param name="symbol">What it is called.</param>
/// <param name="batches">The sizes.</param>
/// <param name="traces">The binding of each.</param>
internal sealed class SymbolicFigures(string symbol, int[] batches, SummaryTrace[] traces) : LayerFigures
{
    public override string Total => Text(trace => trace.MultiplyAdds, "N0");

    public override string Result(Module module)
    {
        if (traces[0].ResultOf(module) is not { } shape)
            return "";
        if (traces.Any(trace => trace.ResultOf(module)?.Rank != shape.Rank))
            return "[...]";
        return $"[{string.Join(", ", Enumerable.Range(0, shape.Rank).Select(dim => Text(trace => trace.ResultOf(module)!.Value[dim], "D")))}]";
    }

    public override string MultiplyAdds(Module module)
        => traces[0].MultiplyAddsOf(module) == 0 ? "" : Text(trace => trace.MultiplyAddsOf(module), "N0");

    /// <summary><c>a N + b</c> where that is what all bindings say, else <c>_</c>.</summary>
    private string Text(Func<SummaryTrace, long> value, string format)
    {
        var values = Array.ConvertAll(traces, trace => value(trace));
        var ofOne = (values[1] - values[0]) / (batches[1] - batches[0]);
        var rest = values[0] - (ofOne * batches[0]);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != (ofOne * batches[i]) + rest)
                return "_";
        }

        if (ofOne == 0)
            return Number(rest);
        var product = ofOne == 1 ? symbol : $"{Number(ofOne)} {symbol}";
        return rest == 0 ? product : $"{product} {(rest < 0 ? '-' : '+')} {Number(Math.Abs(rest))}";

        string Number(long number) => number.ToString(format, CultureInfo.InvariantCulture);
    }
}
