namespace NnGen;

/// <summary>A tensor where a backward pass starts, with its gradient.</summary>
internal readonly record struct Root(Tensor Tensor, Tensor Gradient);

/// <summary>Checks where a backward pass starts.</summary>
internal static class Roots
{
    /// <summary>Pairs tensors with their gradients, before anything is computed.</summary>
    public static Root[] Of(IReadOnlyList<Tensor> tensors, IReadOnlyList<Tensor?>? gradients)
    {
        if (gradients is not null && gradients.Count != tensors.Count)
            throw new ArgumentException($"got {tensors.Count} tensors and {gradients.Count} gradients");

        var roots = new Root[tensors.Count];
        for (var i = 0; i < roots.Length; i++)
        {
            var tensor = tensors[i] ?? throw new ArgumentNullException(nameof(tensors), $"element {i} of tensors is null");
            RequireGradient(tensor, i);
            roots[i] = new Root(tensor, GradientOf(tensor, gradients?[i], i));
        }

        return roots;
    }

    private static void RequireGradient(Tensor tensor, int index)
    {
        if (!tensor.RequiresGrad)
        {
            throw new AutogradException(
                $"element {index} of tensors does not require grad and does not have a grad_fn: nothing from which this tensor "
                + $"{tensor.Shape} was computed carries a gradient. Set RequiresGrad = true on a tensor that it depends on (parameters "
                + "have it unless they were frozen), compute it outside Autograd.NoGrad(), and do not Detach() or copy values on the way.");
        }
    }

    private static Tensor GradientOf(Tensor tensor, Tensor? gradient, int index)
    {
        if (gradient is null)
        {
            return tensor.Count == 1
                ? Tensor.Full(tensor.Shape, 1)
                : throw new AutogradException(
                    $"grad can be implicitly created only for scalar outputs: this one is {tensor.Shape}. Reduce it with Sum() or "
                    + "Mean(), or pass its gradient.");
        }

        return gradient.Shape == tensor.Shape
            ? gradient
            : throw new ArgumentException(
                $"Mismatch in shape: grad_output[{index}] has a shape of {gradient.Shape} and output[{index}] has a shape of "
                + $"{tensor.Shape}.");
    }
}
