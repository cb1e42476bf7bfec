namespace NnGen;

/// <summary>Repeats the elements of a smaller tensor.</summary>
internal static class Broadcast
{
    /// <summary>The elements of <paramref name="source"/> repeated to a larger shape, to which its own is broadcastable.</summary>
    public static float[] Expand(ReadOnlySpan<float> source, Shape shape, Shape target)
    {
        var result = new float[target.Count];
        Expand(source, shape, target, dim: 0, result);
        return result;
    }

    /// <summary>Fills one slice of the result, which dimension <paramref name="dim"/> of the target divides further.</summary>
    private static void Expand(ReadOnlySpan<float> source, Shape shape, Shape target, int dim, Span<float> result)
    {
        if (source.Length == 1)
        {
            result.Fill(source[0]);
            return;
        }

        if (source.Length == result.Length)
        {
            source.CopyTo(result);
            return;
        }

        var slice = result.Length / target[dim];
        var missing = target.Rank - shape.Rank;
        var isRepeated = dim < missing || shape[dim - missing] == 1;
        for (var i = 0; i < target[dim]; i++)
        {
            var part = isRepeated ? source : source.Slice(i * (source.Length / target[dim]), source.Length / target[dim]);
            Expand(part, shape, target, dim + 1, result.Slice(i * slice, slice));
        }
    }
}
