using NnGen.Kernels;

namespace NnGen;

/// <summary>Channels dealt out: the first of each group, then the second of each, and so on.</summary>
[Op("x: N, groups*C, *D -> y: N, groups*C, *D")]
public static partial class ChannelShuffleOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The same in another order.</param>
    /// <param name="xShape">Their shape.</param>
    /// <param name="groups">Into how many groups the channels fall.</param>
    /// <exception cref="ArgumentException">The input has no dim after its channels, or the number of groups is not positive.</exception>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int groups)
    {
        if (xShape.Rank < 3)
            throw new ArgumentException($"channel_shuffle expects input with > 2 dims, but got input with sizes {xShape}");
        if (groups < 1)
            throw new ArgumentException($"Number of groups to divide channels in must be positive. Value of groups: {groups}");
        Deal(x, new Gradient(y, accumulate: false), xShape, groups);
    }

    /// <summary>Puts the gradients back in order.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int groups)
    {
        if (dx.IsWanted)
            Deal(dy, dx, xShape, xShape[1] / Math.Max(groups, 1));
    }

    private static void Deal(ReadOnlySpan<float> source, Gradient target, Shape shape, int groups)
    {
        if (source.IsEmpty)
            return;
        var (count, plane) = (shape[1] / groups, source.Length / shape[0] / shape[1]);
        StridedCopy.Gather(
            source, [shape[0], count, groups, plane], [shape[1] * plane, plane, count * plane, 1], target.Span, target.Accumulate);
    }
}
