using NnGen.Kernels;

namespace NnGen;

/// <summary>A copy in which elements are combined along a dim, each at an index of its own.</summary>
[Op("x: *S; index: long[*I]; src: *J -> y: *S")]
public static partial class ScatterReduceOp
{
    /// <summary>Combines the elements.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="index">Indices along the dim: as many dims as the tensor.</param>
    /// <param name="src">The elements; no dim is smaller than that of the indices.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="indexShape">Shape of the indices.</param>
    /// <param name="srcShape">Shape of the elements.</param>
    /// <param name="dim">The dim.</param>
    /// <param name="reduce">What is made of elements that meet.</param>
    /// <param name="includeSelf">Whether the tensor's own element counts where others meet. Default: yes.</param>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<long> index,
        ReadOnlySpan<float> src,
        Span<float> y,
        Shape xShape,
        Shape indexShape,
        Shape srcShape,
        int dim,
        ScatterReduction reduce,
        bool includeSelf = true)
    {
        x.CopyTo(y);
        using var scratch = Scratch.Rent(2L * index.Length);
        var (places, sources) = ScatterPlaces.Locate(index, indexShape, xShape, srcShape, dim, scratch);
        if (!includeSelf)
        {
            foreach (var place in places)
                y[place] = Neutral(reduce);
        }

        for (var i = 0; i < places.Length; i++)
            y[places[i]] = Combine(reduce, y[places[i]], src[sources[i]]);
        if (reduce != ScatterReduction.Mean)
            return;
        var counts = Counts(places, y.Length, includeSelf);
        for (var i = 0; i < y.Length; i++)
            y[i] /= Math.Max(1, counts[i]);
    }

    /// <summary>Passes the gradients of the elements that made the result; equal extremes share theirs.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<long> index,
        ReadOnlySpan<float> src,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dsrc,
        Shape xShape,
        Shape indexShape,
        Shape srcShape,
        int dim,
        ScatterReduction reduce,
        bool includeSelf)
    {
        using var scratch = Scratch.Rent(2L * index.Length);
        var (places, sources) = ScatterPlaces.Locate(index, indexShape, xShape, srcShape, dim, scratch);
        var counts = Counts(places, y.Length, includeSelf);
        var own = new float[x.Length];
        var theirs = new float[src.Length];
        switch (reduce)
        {
            case ScatterReduction.Sum or ScatterReduction.Mean:
                for (var i = 0; i < own.Length; i++)
                    own[i] = Share(reduce, dy[i], counts[i]);
                for (var i = 0; i < places.Length; i++)
                    theirs[sources[i]] += Share(reduce, dy[places[i]], counts[places[i]]);
                break;
            case ScatterReduction.Prod:
                Products(x, src, dy, places, sources, includeSelf, own, theirs);
                break;
            default:
                Extremes(x, src, y, dy, places, sources, includeSelf, own, theirs);
                break;
        }

        if (!includeSelf)
        {
            foreach (var place in places)
                own[place] = 0;
        }

        dx.Write(own);
        dsrc.Write(theirs);
    }

    private static float Share(ScatterReduction reduce, float gradient, int count)
        => reduce == ScatterReduction.Mean ? gradient / Math.Max(1, count) : gradient;

    private static float Neutral(ScatterReduction reduce) => reduce switch
    {
        ScatterReduction.Prod => 1,
        ScatterReduction.AMax => float.NegativeInfinity,
        ScatterReduction.AMin => float.PositiveInfinity,
        _ => 0,
    };

    private static float Combine(ScatterReduction reduce, float a, float b) => reduce switch
    {
        ScatterReduction.Prod => a * b,
        ScatterReduction.AMax => MathF.Max(a, b),
        ScatterReduction.AMin => MathF.Min(a, b),
        _ => a + b,
    };

    /// <summary>How many elements meet at each place.</summary>
    private static int[] Counts(ReadOnlySpan<int> places, int length, bool includeSelf)
    {
        var counts = new int[length];
        if (includeSelf)
            Array.Fill(counts, 1);
        foreach (var place in places)
            counts[place]++;
        return counts;
    }

    private static void Extremes(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> src,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        ReadOnlySpan<int> places,
        ReadOnlySpan<int> sources,
        bool includeSelf,
        Span<float> own,
        Span<float> theirs)
    {
        var shares = new int[x.Length];
        for (var i = 0; i < x.Length; i++)
            shares[i] = x[i] == y[i] ? 1 : 0;
        if (!includeSelf)
        {
            foreach (var place in places)
                shares[place] = 0;
        }

        for (var i = 0; i < places.Length; i++)
            shares[places[i]] += src[sources[i]] == y[places[i]] ? 1 : 0;
        for (var i = 0; i < x.Length; i++)
            own[i] = x[i] == y[i] ? dy[i] / Math.Max(1, shares[i]) : 0;
        for (var i = 0; i < places.Length; i++)
            theirs[sources[i]] += src[sources[i]] == y[places[i]] ? dy[places[i]] / shares[places[i]] : 0;
    }

    /// <summary>Each factor's gradient is the product of the others, zeros included.</summary>
    private static void Products(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> src,
        ReadOnlySpan<float> dy,
        ReadOnlySpan<int> places,
        ReadOnlySpan<int> sources,
        bool includeSelf,
        Span<float> own,
        Span<float> theirs)
    {
        var products = new double[x.Length];
        var zeros = new int[x.Length];
        Array.Fill(products, 1);
        for (var i = 0; includeSelf && i < x.Length; i++)
            Multiply(i, x[i]);
        for (var i = 0; i < places.Length; i++)
            Multiply(places[i], src[sources[i]]);
        for (var i = 0; i < x.Length; i++)
            own[i] = includeSelf ? dy[i] * Others(i, x[i]) : dy[i];
        for (var i = 0; i < places.Length; i++)
            theirs[sources[i]] += dy[places[i]] * Others(places[i], src[sources[i]]);

        void Multiply(int place, float factor)
        {
            if (factor == 0)
                zeros[place]++;
            else
                products[place] *= factor;
        }

        float Others(int place, float factor)
            => factor == 0 ? (zeros[place] == 1 ? (float)products[place] : 0) : zeros[place] > 0 ? 0 : (float)(products[place] / factor);
    }
}
