namespace NnGen.Kernels;

/// <summary>The largest or smallest elements up to each one along a dim; of equal ones the last counts, as in PyTorch.</summary>
internal static class RunningExtremes
{
    /// <summary>Finds them, and their indices along the dim.</summary>
    public static void Find<TExtreme, T>(ReadOnlySpan<T> x, Axis axis, Span<T> values, Span<long> indices)
        where TExtreme : struct, IExtreme
        where T : unmanaged
    {
        for (var line = 0; line < axis.Lines; line++)
        {
            var best = axis.Start(line);
            var at = best;
            for (var i = 0; i < axis.Size; i++, at += axis.Inner)
            {
                if (!Extremes.Beats<TExtreme, T>(x[best], x[at]))
                    best = at;
                values[at] = x[best];
                indices[at] = (best - axis.Start(line)) / axis.Inner;
            }
        }
    }

    /// <summary>Adds each gradient to the element that was found.</summary>
    public static void Scatter(ReadOnlySpan<float> dvalues, ReadOnlySpan<long> indices, Axis axis, Gradient dx)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        for (var line = 0; line < axis.Lines; line++)
        {
            var start = axis.Start(line);
            for (var i = 0; i < axis.Size; i++)
            {
                var at = start + (i * axis.Inner);
                dx.Span[start + ((int)indices[at] * axis.Inner)] += dvalues[at];
            }
        }
    }
}
