using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>A branch, bound, with its frame during one pass.</summary>
/// <param name="plan">Its plan.</param>
/// <param name="pass">The pass in its frame.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BoundBranch(BranchPlan plan, Pass pass)
{
    private readonly BranchPlan _plan = plan;
    private readonly Pass _pass = pass;

    /// <summary>Whether any parameter of an arm wants a gradient now.</summary>
    public bool WantsGradient => _plan.WantsGradient;

    /// <summary>The forward pass of an arm.</summary>
    public void Forward(int arm, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
    {
        _plan.Take(_pass, arm);
        _plan.Forward(_pass, inputs, results);
    }

    /// <summary>The backward pass of the arm whose forward pass ran.</summary>
    public void Backward(
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
        => _plan.Backward(_pass, inputs, results, resultGradients, inputGradients);
}
