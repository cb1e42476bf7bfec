using NnGen.Kernels;

namespace NnGen;

/// <summary>Sums of products of the elements of tensors, whose dims an equation names: <c>bij,bjk->bik</c>.</summary>
[Op("operands: [...]... -> y: einsum(operands, equation)", MultiplyAdds = "einsum(operands, equation)")]
public static partial class EinsumOp
{
    /// <summary>Computes the sums.</summary>
    /// <param name="operands">The tensors.</param>
    /// <param name="equation">The names of their dims and of those of the result.</param>
    public static partial Tensor Apply(ReadOnlySpan<Tensor> operands, string equation);

    /// <summary>Computes the sums.</summary>
    public static void Forward(TensorSpans operands, Span<float> y, ReadOnlySpan<Shape> operandsShapes, string equation)
    {
        var labels = new EinsumLabels(equation, operandsShapes);
        new EinsumContraction(labels, operands, operandsShapes, replaced: -1, gradient: default).Run(labels.Result, y);
    }

    /// <summary>Computes the gradient of each tensor: the sum of products of the result's gradient with the other tensors.</summary>
    public static void Backward(
        TensorSpans operands, ReadOnlySpan<float> dy, GradientSpans doperands, ReadOnlySpan<Shape> operandsShapes, string equation)
    {
        var labels = new EinsumLabels(equation, operandsShapes);
        for (var i = 0; i < labels.OperandCount; i++)
        {
            if (doperands[i].IsWanted)
                Backward(labels, i, operands, dy, doperands[i], operandsShapes);
        }
    }

    private static void Backward(
        EinsumLabels labels, int index, TensorSpans operands, ReadOnlySpan<float> dy, Gradient gradient, ReadOnlySpan<Shape> shapes)
    {
        var operand = new EinsumFactor(operands[index], labels.Operand(index), shapes[index]);
        var distinct = operand.Labels.Distinct().ToArray();
        var computed = new List<int>();
        foreach (var label in distinct)
        {
            if (operand.Size(label) == labels.Size(label) && IsElsewhere(labels, index, label))
                computed.Add(label);
        }

        // A label that nothing else has was summed over: the gradient is the same along it.
        int[] result = [.. computed];
        var (sizes, from, to) = (new int[distinct.Length], new int[distinct.Length], new int[distinct.Length]);
        Shape computedShape = labels.Sizes(result);
        var product = new EinsumFactor(default, result, computedShape);
        for (var d = 0; d < distinct.Length; d++)
        {
            sizes[d] = operand.Size(distinct[d]);
            from[d] = product.Stride(distinct[d]);
            to[d] = operand.Stride(distinct[d]);
        }

        var count = ((Shape)sizes).Count;
        using var scratch = Scratch.Rent((long)computedShape.Count + count);
        var sums = scratch.Span(computedShape.Count);
        var repeated = scratch.Span(computedShape.Count + count)[computedShape.Count..];
        new EinsumContraction(labels, operands, shapes, index, dy).Run(result, sums);
        StridedCopy.Gather(sums, sizes, from, repeated);
        if (!gradient.Accumulate)
            gradient.Span.Clear();
        StridedCopy.Scatter(repeated, gradient.Span, sizes, to, gradient.Accumulate);
    }

    private static bool IsElsewhere(EinsumLabels labels, int index, int label)
    {
        var isElsewhere = labels.Result.Contains(label);
        for (var i = 0; i < labels.OperandCount && !isElsewhere; i++)
            isElsewhere = i != index && labels.Operand(i).Contains(label);
        return isElsewhere;
    }
}
