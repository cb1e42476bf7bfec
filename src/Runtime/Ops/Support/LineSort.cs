namespace NnGen.Kernels;

/// <summary>
/// Sorts the lines along a dim. Equal elements keep their order; NaN counts as larger than every number, as in PyTorch.
/// </summary>
internal static class LineSort
{
    /// <summary>The first elements of each line in sorted order, and their indices along the dim.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The dim.</param>
    /// <param name="count">How many of each line are wanted.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <param name="values">The elements; empty where only indices are wanted.</param>
    /// <param name="indices">The indices.</param>
    public static void Run<T>(ReadOnlySpan<T> x, Axis axis, int count, bool descending, Span<T> values, Span<long> indices)
        where T : unmanaged
    {
        var keys = new T[axis.Size];
        var order = new int[axis.Size];
        var target = axis with { Size = count };
        var comparer = descending ? new Order<T>(keys, -1) : new Order<T>(keys, 1);
        for (var line = 0; line < axis.Lines; line++)
        {
            var start = axis.Start(line);
            for (var i = 0; i < axis.Size; i++)
            {
                keys[i] = x[start + (i * axis.Inner)];
                order[i] = i;
            }

            order.AsSpan().Sort(comparer);
            var first = target.Start(line);
            for (var i = 0; i < count; i++)
            {
                indices[first + (i * axis.Inner)] = order[i];
                if (!values.IsEmpty)
                    values[first + (i * axis.Inner)] = keys[order[i]];
            }
        }
    }

    /// <summary>Adds each gradient to the element that it belongs to.</summary>
    /// <param name="dvalues">Gradients of the results.</param>
    /// <param name="indices">Their indices along the dim.</param>
    /// <param name="axis">The dim of the elements.</param>
    /// <param name="count">Results of each line.</param>
    /// <param name="dx">The gradient of the elements.</param>
    public static void Backward(ReadOnlySpan<float> dvalues, ReadOnlySpan<long> indices, Axis axis, int count, Gradient dx)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        if (dvalues.IsAbsent())
            return;
        var target = axis with { Size = count };
        for (var line = 0; line < axis.Lines; line++)
        {
            var (start, first) = (axis.Start(line), target.Start(line));
            for (var i = 0; i < count; i++)
            {
                var at = first + (i * axis.Inner);
                dx.Span[start + ((int)indices[at] * axis.Inner)] += dvalues[at];
            }
        }
    }

    /// <summary>Orders indices by their elements, then by themselves.</summary>
    private readonly struct Order<T>(T[] keys, int sign) : IComparer<int>
    {
        public int Compare(int a, int b)
        {
            var order = CompareKeys(keys[a], keys[b]) * sign;
            return order != 0 ? order : a.CompareTo(b);
        }

        /// <summary>.NET orders NaN before all numbers.</summary>
        private static int CompareKeys(T a, T b)
        {
            if (typeof(T) == typeof(float) || typeof(T) == typeof(double))
            {
                var (isA, isB) = (IsNaN(a), IsNaN(b));
                if (isA || isB)
                    return isA.CompareTo(isB);
            }

            return Comparer<T>.Default.Compare(a, b);
        }

        private static bool IsNaN(T value) => value switch
        {
            float f => float.IsNaN(f),
            double d => double.IsNaN(d),
            _ => false,
        };
    }
}
