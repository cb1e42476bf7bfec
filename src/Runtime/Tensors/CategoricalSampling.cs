namespace NnGen;

/// <summary>Draws indices in proportion to weights, with PyTorch's numbers.</summary>
internal static class CategoricalSampling
{
    /// <summary>Draws from each row of a matrix, or from a vector.</summary>
    public static Tensor<long> Draw(Tensor weights, int count, bool replacement, Generator generator)
    {
        if (weights.Rank is not (1 or 2))
            throw new ArgumentException("prob_dist must be 1 or 2 dim", nameof(weights));
        if (count <= 0)
            throw new ArgumentOutOfRangeException(nameof(count), count, "cannot sample n_sample <= 0 samples");
        var categories = weights.Shape[^1];
        if (!replacement && count > categories)
            throw new ArgumentException("cannot sample n_sample > prob_dist.size(-1) samples without replacement", nameof(count));
        for (var row = 0; row < weights.Count; row += categories)
            Check(weights.AsSpan().Slice(row, categories));
        return !replacement || count == 1 ? DrawLargest(weights, count, generator) : DrawEach(weights, count, generator);
    }

    /// <summary>Draws in double precision, as PyTorch's WeightedRandomSampler does.</summary>
    public static int[] Draw(double[] weights, int count, bool replacement, Generator generator)
    {
        var total = weights.Sum();
        if (!replacement || count == 1)
        {
            double[] scores = [.. weights.Select(weight => weight / generator.NextExponential())];
            return [.. Enumerable.Range(0, weights.Length).OrderByDescending(i => scores[i]).Take(count)];
        }

        var sums = new double[weights.Length];
        var sum = 0.0;
        for (var i = 0; i < sums.Length; i++)
            sums[i] = (sum += weights[i]) / total;
        sums[^1] = 1;
        return [.. Enumerable.Range(0, count).Select(_ => Find(sums, generator.NextUniform()))];
    }

    private static void Check(ReadOnlySpan<float> weights)
    {
        double sum = 0;
        foreach (var weight in weights)
        {
            if (!float.IsFinite(weight) || weight < 0)
                throw new ArgumentException("probability tensor contains either `inf`, `nan` or element < 0");
            sum += weight;
        }

        if (sum <= 0)
            throw new ArgumentException("invalid multinomial distribution (sum of probabilities <= 0)");
    }

    /// <summary>The largest quotients of weights and exponentially distributed numbers are a sample without replacement.</summary>
    private static Tensor<long> DrawLargest(Tensor weights, int count, Generator generator)
    {
        var scores = Tensor.EmptyLike(weights);
        generator.FillExponential(scores.AsWritableSpan(), 1);
        System.Numerics.Tensors.TensorPrimitives.Divide(weights.AsSpan(), scores.AsSpan(), scores.AsWritableSpan());
        return scores.TopK(count).Indices;
    }

    private static Tensor<long> DrawEach(Tensor weights, int count, Generator generator)
    {
        var categories = weights.Shape[^1];
        var rows = weights.Count / categories;
        var result = Tensor<long>.Empty(weights.Rank == 1 ? [count] : [rows, count]);
        var sums = new double[categories];
        for (var row = 0; row < rows; row++)
        {
            var sum = 0f;
            for (var i = 0; i < categories; i++)
                sums[i] = sum += weights.AsSpan()[(row * categories) + i];
            for (var i = 0; i < categories; i++)
                sums[i] = (float)sums[i] / sum;
            sums[^1] = 1;
            for (var i = 0; i < count; i++)
                result.AsWritableSpan()[(row * count) + i] = Find(sums, generator.NextUniform());
        }

        return result;
    }

    /// <summary>The first sum that is not below.</summary>
    private static int Find(double[] sums, double value)
    {
        var (low, high) = (0, sums.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (sums[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
