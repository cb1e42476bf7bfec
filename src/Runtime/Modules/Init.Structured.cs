namespace NnGen;

public static partial class Init
{
    /// <summary>Fills with numbers drawn from a normal distribution that is cut off outside of [a, b].</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="mean">The mean of the whole distribution. Default: 0.</param>
    /// <param name="std">Its standard deviation. Default: 1.</param>
    /// <param name="a">The lower limit. Default: -2.</param>
    /// <param name="b">The upper limit. Default: 2.</param>
    /// <param name="generator">The source. Default: <see cref="Rng.Default"/>.</param>
    public static T TruncNormal_<T>(T tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
        where T : Tensor
    {
        var lower = NormalDistribution.Below((a - mean) / std);
        var upper = NormalDistribution.Below((b - mean) / std);
        Uniform_(tensor, (2 * lower) - 1, (2 * upper) - 1, generator);
        foreach (ref var value in Values(tensor))
            value = Math.Clamp((float)((NormalDistribution.InverseErf(value) * (float)(std * Math.Sqrt(2))) + mean), (float)a, (float)b);
        return tensor;
    }

    /// <summary>
    /// Fills the weight of a convolution so that it passes its input on: as many channels of each group as there are on both sides.
    /// </summary>
    /// <param name="tensor">The weight, of 3, 4 or 5 dims.</param>
    /// <param name="groups">Number of groups. Default: 1.</param>
    /// <exception cref="ArgumentException">It has other dims, or the groups do not divide the first one.</exception>
    public static T Dirac_<T>(T tensor, int groups = 1)
        where T : Tensor
    {
        var values = Values(tensor);
        var shape = tensor.Shape;
        if (shape.Rank is < 3 or > 5)
            throw new ArgumentException($"Only tensors with 3, 4, or 5 dimensions are supported, and this one is {shape}.", nameof(tensor));
        if (groups <= 0 || shape[0] % groups != 0)
            throw new ArgumentException($"dim 0 must be divisible by groups, but {shape[0]} is not by {groups}.", nameof(groups));
        values.Clear();
        var kernel = 1;
        var center = 0;
        for (var d = 2; d < shape.Rank; d++)
        {
            kernel *= shape[d];
            center = (center * shape[d]) + (shape[d] / 2);
        }

        var outputs = shape[0] / groups;
        for (var group = 0; group < groups; group++)
        {
            for (var channel = 0; channel < Math.Min(outputs, shape[1]); channel++)
                values[(((((group * outputs) + channel) * shape[1]) + channel) * kernel) + center] = 1;
        }

        return tensor;
    }

    /// <summary>Fills with a (semi-)orthogonal matrix (Saxe et al. 2013); dims behind the first are taken as one.</summary>
    /// <param name="tensor">The tensor, of 2 or more dims.</param>
    /// <param name="gain">A factor. Default: 1.</param>
    /// <param name="generator">The source. Default: <see cref="Rng.Default"/>.</param>
    /// <exception cref="ArgumentException">The tensor has fewer than 2 dims.</exception>
    public static T Orthogonal_<T>(T tensor, double gain = 1, Generator? generator = null)
        where T : Tensor
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.Rank < 2)
            throw new ArgumentException($"Only tensors with 2 or more dimensions are supported, and this one is {tensor.Shape}.", nameof(tensor));
        if (tensor.Count == 0)
            return tensor;
        Normal_(tensor, generator: generator);
        var values = Values(tensor);
        var rows = tensor.Shape[0];
        var columns = values.Length / rows;

        Orthonormal.Orthogonalize(values, rows, columns);
        System.Numerics.Tensors.TensorPrimitives.Multiply(values, (float)gain, values);
        return tensor;
    }

    /// <summary>Fills a matrix with normal numbers, of which a share of each column is then 0 (Martens 2010).</summary>
    /// <param name="tensor">The matrix.</param>
    /// <param name="sparsity">The share of zeros.</param>
    /// <param name="std">The standard deviation of the other elements. Default: 0.01.</param>
    /// <param name="generator">The source. Default: <see cref="Rng.Default"/>.</param>
    /// <exception cref="ArgumentException">The tensor has not 2 dims.</exception>
    public static T Sparse_<T>(T tensor, double sparsity, double std = 0.01, Generator? generator = null)
        where T : Tensor
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.Rank != 2)
            throw new ArgumentException($"Only tensors with 2 dimensions are supported, and this one is {tensor.Shape}.", nameof(tensor));
        Normal_(tensor, 0, std, generator);
        var (rows, columns) = (tensor.Shape[0], tensor.Shape[1]);
        var zeros = (int)Math.Ceiling(sparsity * rows);
        var values = Values(tensor);
        for (var column = 0; column < columns; column++)
        {
            foreach (var row in Tensor.Randperm(rows, generator).AsSpan()[..zeros])
                values[((int)row * columns) + column] = 0;
        }

        return tensor;
    }
}
