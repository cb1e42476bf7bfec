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
    private readonly DType[] _carried;
    private readonly int _captured;
    private readonly int _given;
    private readonly bool _isOpen;
    private readonly bool _isCounted;
    private readonly List<Plan> _turns = [];

    /// <summary>A loop of which no turn is bound yet.</summary>
    /// <param name="kind">What the turns are bound for.</param>
    /// <param name="inputs">The shapes of what the turns read of their surroundings, then of what each turn gives to the next.</param>
    /// <param name="carried">Types of what is given to the next turn.</param>
    /// <param name="given">How many of the first that are carried a turn may give and none takes.</param>
    /// <param name="isOpen">Whether only a call knows how many turns there are: the last that is carried is a flag that says whether there is another.</param>
    /// <param name="isCounted">Whether there is no turn after those that are added.</param>
    public LoopBinder(PlanKind kind, Shape?[] inputs, DType[] carried, int given = 0, bool isOpen = false, bool isCounted = true)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(carried);
        _kind = kind;
        _inputs = inputs;
        _carried = carried;
        _given = given;
        _isOpen = isOpen;
        _isCounted = isCounted;
        _captured = inputs.Length - carried.Length;
    }

    /// <summary>The shapes of the next turn's inputs.</summary>
    public ReadOnlySpan<Shape?> Inputs => _inputs;

    /// <summary>Adds a turn bound to <see cref="Inputs"/>.</summary>
    public void Add(Plan turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        _turns.Add(turn);
        IsSettled = true;
        for (var i = 0; i < turn.ResultShapes.Length; i++)
        {
            if (!turn.Gives(i))
                continue;
            IsSettled &= _inputs[_captured + i] == turn.ResultShapes[i];
            if (_isOpen && _turns.Count > 1 && _inputs[_captured + i] is not null && _inputs[_captured + i] != turn.ResultShapes[i])
            {
                throw new ShapeException(
                    $"The turns of a loop of which only a call knows how many there are must give a tensor in the shape in which they take it, "
                    + $"but one takes {_inputs[_captured + i]} and gives {turn.ResultShapes[i]}.");
            }

            _inputs[_captured + i] = turn.ResultShapes[i];
        }
    }

    /// <summary>Whether the next turn takes what the last took, so that all further turns are alike.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>The plan of the whole loop.</summary>
    /// <exception cref="ShapeException">There was no turn, and what the first would have started with is null.</exception>
    public Plan Build()
    {
        var results = new Shape[_carried.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = _inputs[_captured + i] ?? (i < _given ? Plan.NotGiven : throw new ShapeException(
                "A loop whose turns give a tensor that is null before it took no turn, so there is no tensor after it: give it a first "
                + "value, or make sure that there is a turn."));
        }

        if (_isOpen)
            return new OpenLoopPlan([.. _turns], _captured, _carried, results, _kind) { IsCounted = _isCounted, Given = _given };
        return new LoopPlan([.. _turns], _captured, _carried, results, _kind) { Given = _given };
    }
}
