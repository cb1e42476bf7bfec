using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>What a plan is laid out for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PlanKind
{
    /// <summary>Values that the backward pass reads are kept.</summary>
    Recording,

    /// <summary>No backward pass follows: memory is reused as soon as it can be.</summary>
    ForwardOnly,
}

/// <summary>
/// One method of one module bound to input shapes: dims, result shapes and the layout of its frame. Immutable once made, so
/// that many passes, each with memory of its own, can use it at once. Generated for each method; <c>Sequential</c> and
/// other modules composed at run time write theirs by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Plan(PlanKind kind)
{
    /// <summary>What the plan is laid out for.</summary>
    public PlanKind Kind { get; } = kind;

    /// <summary>Size of the frame in bytes, a multiple of 64, frames of children included.</summary>
    public int FrameBytes { get; protected set; }

    /// <summary>Shapes of the results.</summary>
    public Shape[] ResultShapes { get; protected set; } = [];

    /// <summary>Memory for a result: a float tensor unless a class overrides it.</summary>
    /// <param name="index">Number of the result.</param>
    public virtual TensorBase CreateResult(int index) => Tensor.Uninitialized(ResultShapes[index]);

    /// <summary>Whether any parameter that the pass reads wants a gradient now.</summary>
    public abstract bool WantsGradient { get; }

    /// <summary>Computes the results.</summary>
    public abstract void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results);

    /// <summary>Computes the gradients of parameters and of those inputs that want one, after <see cref="Forward"/> in the same frame.</summary>
    public abstract void Backward(
        Pass pass,
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients);

    /// <summary>Names every parameter and buffer whose value <see cref="Backward"/> reads, so that a change in between is refused.</summary>
    public abstract void VisitSaved(SavedValues saved);

    /// <summary>Whether <see cref="Backward"/> reads input <paramref name="index"/>.</summary>
    public virtual bool SavesInput(int index) => true;

    /// <summary>Whether a gradient flows back to input <paramref name="index"/>.</summary>
    public virtual bool DifferentiatesInput(int index) => true;

    /// <summary>Whether result <paramref name="index"/> may be there: an arm of a branch may leave one to the others.</summary>
    public virtual bool GivesResult(int index) => true;

    /// <summary>The shape of what a loop without turns would have returned. Arms may hand it on, but never run with it.</summary>
    internal static Shape NotGiven { get; } = new int[8];

    /// <summary>Whether a result is given that is there.</summary>
    internal bool Gives(int index) => GivesResult(index) && ResultShapes[index] != NotGiven;

    /// <summary>The shape of a result that may be null where it is read.</summary>
    /// <exception cref="ShapeException">It is null.</exception>
    public Shape Required(int index) => Gives(index)
        ? ResultShapes[index]
        : throw new ShapeException($"Result {index} of a called module is null for what it is given here, but is used: give it the inputs that this result needs.");

    /// <summary>Whether <see cref="Backward"/> reads result <paramref name="index"/>.</summary>
    public virtual bool SavesResult(int index) => true;
}
