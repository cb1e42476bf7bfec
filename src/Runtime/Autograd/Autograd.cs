using NnGen.CompilerServices;

namespace NnGen;

/// <summary>Gradients outside compiled modules: which ops are recorded, and backward passes over several tensors at once.</summary>
public static class Autograd
{
    // Stored negated, since a thread starts with false.
    [ThreadStatic]
    private static bool t_isDisabled;

    /// <summary>Whether ops on tensors that carry a gradient are recorded on this thread.</summary>
    public static bool IsEnabled
    {
        get => !t_isDisabled;
        internal set => t_isDisabled = !value;
    }

    /// <summary>Records nothing on this thread until the result is disposed: <c>using (Autograd.NoGrad()) { ... }</c>.</summary>
    public static NoGradScope NoGrad()
    {
        var scope = new NoGradScope(IsEnabled);
        IsEnabled = false;
        return scope;
    }

    /// <summary>
    /// Adds the gradients of the sum of <paramref name="tensors"/>, each weighted by its gradient, to <see cref="Tensor.Grad"/> of
    /// the parameters and other leaves from which they were computed.
    /// </summary>
    /// <param name="tensors">The tensors to be differentiated.</param>
    /// <param name="gradTensors">A gradient for each, of its shape; null where the tensor has one element: 1.</param>
    /// <param name="retainGraph">Whether the saved values are kept for another backward pass. Default: false.</param>
    /// <param name="createGraph">Second derivatives are not offered yet: true is refused.</param>
    /// <exception cref="AutogradException">
    /// A tensor carries no gradient, a graph was already used, or a value that it needs has changed.
    /// </exception>
    public static void Backward(
        IReadOnlyList<Tensor> tensors,
        IReadOnlyList<Tensor?>? gradTensors = null,
        bool retainGraph = false,
        bool createGraph = false)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        RefuseSecondDerivative(createGraph);
        new BackwardPass(retainGraph).Run(Roots.Of(tensors, gradTensors));
    }

    /// <summary>
    /// The gradients of the sum of <paramref name="outputs"/> with respect to <paramref name="inputs"/>, leaving
    /// <see cref="Tensor.Grad"/> of every tensor as it is.
    /// </summary>
    /// <param name="outputs">The tensors to be differentiated.</param>
    /// <param name="inputs">The tensors whose gradients are wanted: parameters, other leaves or intermediate results.</param>
    /// <param name="gradOutputs">A gradient for each output, of its shape; null where the output has one element: 1.</param>
    /// <param name="retainGraph">Whether the saved values are kept for another backward pass. Default: false.</param>
    /// <param name="createGraph">Second derivatives are not offered yet: true is refused.</param>
    /// <param name="allowUnused">Whether an input that no output depends on has the gradient null instead of an error.</param>
    /// <returns>A gradient for each input.</returns>
    /// <exception cref="AutogradException">
    /// A tensor carries no gradient, an input is not used, a graph was already used, or a value that it needs has changed.
    /// </exception>
    public static Tensor?[] Grad(
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor?>? gradOutputs = null,
        bool retainGraph = false,
        bool createGraph = false,
        bool allowUnused = false)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(inputs);
        RefuseSecondDerivative(createGraph);
        var roots = Roots.Of(outputs, gradOutputs);
        var capture = new GradientCapture(roots, inputs);
        new BackwardPass(retainGraph, capture).Run(roots);
        return capture.Results(allowUnused);
    }

    private static void RefuseSecondDerivative(bool createGraph)
    {
        if (createGraph)
        {
            throw new NotSupportedException(
                "createGraph: true asks for gradients that can be differentiated again. Second derivatives are not offered yet.");
        }
    }
}
