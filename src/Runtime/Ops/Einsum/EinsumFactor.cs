namespace NnGen.Kernels;

/// <summary>A tensor whose dims have labels.</summary>
internal readonly ref struct EinsumFactor(ReadOnlySpan<float> values, int[] labels, Shape shape)
{
    public ReadOnlySpan<float> Values { get; } = values;

    public int[] Labels { get; } = labels;

    public Shape Shape { get; } = shape;

    /// <summary>Whether its elements lie as a tensor with these labels would have them.</summary>
    public bool Lies(ReadOnlySpan<int> order, EinsumLabels labels)
    {
        if (!Labels.AsSpan().SequenceEqual(order))
            return false;
        for (var d = 0; d < Labels.Length; d++)
        {
            if (Shape[d] != labels.Size(Labels[d]))
                return false;
        }

        return true;
    }

    /// <summary>How far apart the elements along a label lie: 0 where it has one, the sum where several dims have the label.</summary>
    public int Stride(int label)
    {
        var (sum, stride) = (0, 1);
        for (var d = Labels.Length - 1; d >= 0; d--)
        {
            if (Labels[d] == label && Shape[d] != 1)
                sum += stride;
            stride *= Shape[d];
        }

        return sum;
    }

    /// <summary>Its own size along a label: 1 where it is repeated to a larger one.</summary>
    public int Size(int label)
    {
        var size = 1;
        for (var d = 0; d < Labels.Length; d++)
            size = Labels[d] == label && Shape[d] != 1 ? Shape[d] : size;
        return size;
    }
}
