namespace NnGen.Kernels;

/// <summary>
/// Multiplies the tensors of an equation one after the other: each time as a batch of matrix products, with the labels that
/// both have and a later one needs as the batch, and those that nothing needs afterwards as what is summed over.
/// </summary>
/// <param name="labels">The labels.</param>
/// <param name="operands">The tensors.</param>
/// <param name="shapes">Their shapes.</param>
/// <param name="replaced">Index of the operand in whose place <paramref name="gradient"/> stands; -1 for none.</param>
/// <param name="gradient">The gradient of the result.</param>
internal readonly ref struct EinsumContraction(
    EinsumLabels labels, TensorSpans operands, ReadOnlySpan<Shape> shapes, int replaced, ReadOnlySpan<float> gradient)
{
    private readonly TensorSpans _operands = operands;
    private readonly ReadOnlySpan<Shape> _shapes = shapes;
    private readonly ReadOnlySpan<float> _gradient = gradient;

    /// <summary>Sums the products into a tensor of the labels in <paramref name="result"/>.</summary>
    public void Run(int[] result, Span<float> y) => Fold(Factor(0), 1, result, y);

    /// <summary>A tensor that is multiplied.</summary>
    public EinsumFactor Factor(int index) => index == replaced
        ? new EinsumFactor(_gradient, labels.Result, labels.Sizes(labels.Result))
        : new EinsumFactor(_operands[index], labels.Operand(index), _shapes[index]);

    private void Fold(EinsumFactor left, int next, int[] result, Span<float> y)
    {
        if (next == _shapes.Length)
        {
            Arrange(left, result, y);
            return;
        }

        var right = Factor(next);
        int[] batch = [], leftOnly = [], rightOnly = [], summed = [];
        foreach (var label in left.Labels.Union(right.Labels))
        {
            var (isLeft, isRight, isKept) = (left.Labels.Contains(label), right.Labels.Contains(label), IsNeeded(label, next + 1, result));
            if (isLeft && isRight)
                (isKept ? ref batch : ref summed) = [.. isKept ? batch : summed, label];
            else if (isKept)
                (isLeft ? ref leftOnly : ref rightOnly) = [.. isLeft ? leftOnly : rightOnly, label];
        }

        var (b, m, n, k) = (labels.Count(batch), labels.Count(leftOnly), labels.Count(rightOnly), labels.Count(summed));
        var isTransposedA = left.Lies([.. batch, .. summed, .. leftOnly], labels);
        var isTransposedB = right.Lies([.. batch, .. rightOnly, .. summed], labels);
        using var forA = Scratch.Rent((long)b * m * k);
        using var forB = Scratch.Rent((long)b * k * n);
        using var forProduct = Scratch.Rent((long)b * m * n);
        var a = isTransposedA ? left.Values : Arranged(left, [.. batch, .. leftOnly, .. summed], forA.Span(b * m * k));
        var c = isTransposedB ? right.Values : Arranged(right, [.. batch, .. summed, .. rightOnly], forB.Span(b * k * n));
        var product = forProduct.Span(b * m * n);
        Gemm.RunBatched(
            b, isTransposedA, isTransposedB, m, n, k, 1, a, isTransposedA ? m : k, m * k, c, isTransposedB ? k : n, k * n, 0, product, n, m * n);
        int[] order = [.. batch, .. leftOnly, .. rightOnly];
        Fold(new EinsumFactor(product, order, labels.Sizes(order)), next + 1, result, y);
    }

    private bool IsNeeded(int label, int from, int[] result)
    {
        if (result.Contains(label))
            return true;
        for (var i = from; i < _shapes.Length; i++)
        {
            if ((i == replaced ? labels.Result : labels.Operand(i)).Contains(label))
                return true;
        }

        return false;
    }

    private ReadOnlySpan<float> Arranged(EinsumFactor factor, int[] order, Span<float> room)
    {
        if (factor.Lies(order, labels))
            return factor.Values;
        Arrange(factor, order, room);
        return room;
    }

    /// <summary>Copies the elements in the order of the labels, summed over all other labels.</summary>
    private void Arrange(EinsumFactor factor, int[] order, Span<float> target)
    {
        int[] all = [.. order, .. factor.Labels.Except(order)];
        var strides = new int[all.Length];
        for (var i = 0; i < all.Length; i++)
            strides[i] = factor.Stride(all[i]);
        if (all.Length == order.Length)
        {
            StridedCopy.Gather(factor.Values, labels.Sizes(all), strides, target);
            return;
        }

        var count = labels.Count(all);
        using var scratch = Scratch.Rent(count);
        StridedCopy.Gather(factor.Values, labels.Sizes(all), strides, scratch.Span(count));
        DimSums.Sum(scratch.Span(count), [target.Length, target.Length == 0 ? 0 : count / target.Length], [1, 0], target);
    }
}
