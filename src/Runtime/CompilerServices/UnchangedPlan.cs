using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>An arm of a branch that gives float inputs back as they are. Generated code alone uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnchangedPlan : Plan
{
    private readonly int[] _given;

    /// <summary>Gives inputs back.</summary>
    /// <param name="kind">What it is bound for.</param>
    /// <param name="given">For each result, the input that it is.</param>
    /// <param name="shapes">The shapes of the results.</param>
    public UnchangedPlan(PlanKind kind, int[] given, Shape[] shapes)
        : base(kind)
    {
        _given = given;
        ResultShapes = shapes;
    }

    /// <inheritdoc/>
    public override bool WantsGradient => false;

    /// <inheritdoc/>
    public override void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
    {
        for (var k = 0; k < _given.Length; k++)
            inputs[_given[k]].As<float>().CopyTo(results[k].As<float>());
    }

    /// <inheritdoc/>
    public override void Backward(
        Pass pass,
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
    {
        // Operands may be one tensor, whose gradient takes the parts of all: everything adds to zero.
        foreach (var gradient in inputGradients)
            PassRuntime.Zero(gradient.ToGradient());
        for (var k = 0; k < _given.Length; k++)
        {
            if (!resultGradients[k].IsAbsent)
                inputGradients[_given[k]].ToGradient().Next.Write(resultGradients[k].As<float>());
        }
    }

    /// <inheritdoc/>
    public override void VisitSaved(SavedValues saved)
    {
    }

    /// <inheritdoc/>
    public override bool SavesInput(int index) => false;

    /// <inheritdoc/>
    public override bool SavesResult(int index) => false;
}
