using System.ComponentModel;
using NnGen.Compiler.Shapes;

namespace NnGen.CompilerServices;

/// <summary>
/// The arms of a branch, of which each call takes one. They share memory, and the frame keeps which one ran, so that the backward
/// pass goes the same way. Generated code alone uses it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BranchPlan : Plan
{
    private readonly Plan?[] _arms;
    private readonly Slot[] _frames;
    private readonly Slot _taken;

    /// <summary>A branch over arms that give results of one shape.</summary>
    /// <param name="kind">What the arms are bound for.</param>
    /// <param name="results">Names of the results, for messages.</param>
    /// <param name="arms">The arms; null for one that binding knows is never taken.</param>
    /// <exception cref="ShapeException">Two arms give a result different shapes.</exception>
    public BranchPlan(PlanKind kind, string[] results, params Plan?[] arms)
        : base(kind)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(arms);
        _arms = arms;
        ResultShapes = CommonShapes(results, arms);

        var frame = new FrameBuilder();
        var taken = frame.Add(1, PassRuntime.ScalarBytes, 0, arms.Length);
        var handles = new int[arms.Length];
        for (var i = 0; i < arms.Length; i++)
            handles[i] = arms[i] is { } arm ? frame.AddChild(arm, i, i) : taken;
        frame.Layout();
        FrameBytes = frame.FrameBytes;
        _taken = frame[taken];
        _frames = Array.ConvertAll(handles, handle => frame[handle]);
    }

    /// <inheritdoc/>
    public override bool WantsGradient => Array.Exists(_arms, arm => arm is { WantsGradient: true });

    /// <summary>Takes an arm.</summary>
    internal void Take(Pass pass, int arm) => pass.Scalar<int>(_taken) = arm;

    /// <inheritdoc/>
    public override void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
    {
        var arm = pass.Scalar<int>(_taken);
        _arms[arm]!.Forward(pass.Child(_frames[arm]), inputs, results);
    }

    /// <inheritdoc/>
    public override void Backward(
        Pass pass,
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
    {
        var arm = pass.Scalar<int>(_taken);
        _arms[arm]!.Backward(pass.Child(_frames[arm]), inputs, results, resultGradients, inputGradients);
    }

    /// <inheritdoc/>
    public override void VisitSaved(SavedValues saved)
    {
        foreach (var arm in _arms)
            arm?.VisitSaved(saved);
    }

    /// <inheritdoc/>
    public override bool SavesInput(int index) => Array.Exists(_arms, arm => arm is not null && arm.SavesInput(index));

    /// <inheritdoc/>
    public override bool GivesResult(int index) => Array.Exists(_arms, arm => arm is not null && arm.Gives(index));

    /// <inheritdoc/>
    public override bool SavesResult(int index) => Array.Exists(_arms, arm => arm is not null && arm.SavesResult(index));

    private static Shape[] CommonShapes(string[] results, Plan?[] arms)
    {
        var shapes = new Shape[results.Length];
        for (var k = 0; k < results.Length; k++)
        {
            var giving = Array.FindAll(arms, arm => arm is not null && arm.Gives(k));
            foreach (var arm in giving)
            {
                if (arm!.ResultShapes[k] != giving[0]!.ResultShapes[k])
                    throw new ShapeException(ShapeMessages.WriteArms(results[k], giving[0]!.ResultShapes[k], arm.ResultShapes[k]));
            }

            shapes[k] = giving.Length == 0 ? NotGiven : giving[0]!.ResultShapes[k];
        }

        return shapes;
    }
}
