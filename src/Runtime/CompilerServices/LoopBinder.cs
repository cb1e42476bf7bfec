using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>
/// Binds the turns of a loop one after the other, each to the shapes that the one before gives. Generated code alone uses it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoopBinder
{
    private readonly PlanKind _kind;
    private readonly Shape?[] _inputs;
    private readonly int _captured;
    private readonly List<Plan> _turns = [];

    /// <summary>A loop of which no turn is bound yet.</summary>
    /// <param name="kind">What the turns are bound for.</param>
    /// <param name="inputs">The shapes of what the turns read of their surroundings, then of what each turn gives to the next.</param>
    /// <param name="carried">How many are given to the next turn.</param>
    public LoopBinder(PlanKind kind, Shape?[] inputs, int carried)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _kind = kind;
        _inputs = inputs;
        _captured = inputs.Length - carried;
    }

    /// <summary>The shapes of the next turn's inputs.</summary>
    public ReadOnlySpan<Shape?> Inputs => _inputs;

    /// <summary>Adds a turn bound to <see cref="Inputs"/>.</summary>
    public void Add(Plan turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        _turns.Add(turn);
        for (var i = 0; i < turn.ResultShapes.Length; i++)
            _inputs[_captured + i] = turn.ResultShapes[i];
    }

    /// <summary>The plan of the whole loop.</summary>
    public Plan Build()
    {
        var results = new Shape[_inputs.Length - _captured];
        for (var i = 0; i < results.Length; i++)
            results[i] = _inputs[_captured + i]!.Value;
        return new LoopPlan([.. _turns], _captured, results, _kind);
    }
}
