using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>A child known only by the protocol, bound, with its frame during one pass.</summary>
/// <param name="plan">Its plan.</param>
/// <param name="pass">The pass in its frame.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BoundChild(Plan plan, Pass pass)
{
    private readonly Plan _plan = plan;
    private readonly Pass _pass = pass;

    /// <summary>Whether any parameter of the child wants a gradient now.</summary>
    public bool WantsGradient => _plan.WantsGradient;

    /// <summary>The child's forward pass.</summary>
    public void Forward(ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results) => _plan.Forward(_pass, inputs, results);

    /// <summary>The child's backward pass. Gradients of results that nothing reached are zero, not absent.</summary>
    public void Backward(
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
        => _plan.Backward(_pass, inputs, results, resultGradients, inputGradients);
}
