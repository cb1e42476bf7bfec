namespace NnGen.CompilerServices;

/// <summary>
/// The turns of a loop in one frame, each with a frame of its own. Its inputs are what the turns read of their surroundings, then
/// what the first turn starts with; its results are what the last turn gives. Step i is the forward pass of turn i; the backward
/// passes follow in reverse.
/// </summary>
internal sealed class LoopPlan : Plan
{
    private readonly Turn[] _turns;
    private readonly DType[] _carried;
    private readonly int _captured;

    public LoopPlan(Plan[] plans, int captured, DType[] carried, Shape[] results, PlanKind kind)
        : base(kind)
    {
        ResultShapes = results;
        _carried = carried;
        _captured = captured;
        var frame = new FrameBuilder();
        var isRecording = kind == PlanKind.Recording;
        var handles = new (int Frame, int[] Results, int[] Gradients)[plans.Length];
        for (var i = 0; i < plans.Length; i++)
        {
            handles[i] = (frame.AddChild(plans[i], i, isRecording ? BackwardStep(i) : i), [], []);
            if (i == plans.Length - 1)
                break;

            handles[i].Results = new int[results.Length];
            handles[i].Gradients = isRecording ? new int[results.Length] : [];
            for (var k = 0; k < results.Length; k++)
            {
                var count = plans[i].ResultShapes[k].Count;
                handles[i].Results[k] = frame.Add(count, carried[k].Size(), i, LastUse(i, k));
                if (isRecording)
                    handles[i].Gradients[k] = frame.Add(IsFloat(k) ? count : 0, sizeof(float), BackwardStep(i + 1), BackwardStep(i));
            }
        }

        frame.Layout();
        FrameBytes = frame.FrameBytes;
        _turns = new Turn[plans.Length];
        for (var i = 0; i < plans.Length; i++)
            _turns[i] = new Turn(plans[i], frame[handles[i].Frame], Slots(handles[i].Results), Slots(handles[i].Gradients));

        int BackwardStep(int turn) => (2 * plans.Length) - 1 - turn;

        int LastUse(int turn, int result) => !isRecording ? turn + 1
            : plans[turn].SavesResult(result) ? BackwardStep(turn)
            : plans[turn + 1].SavesInput(captured + result) ? BackwardStep(turn + 1)
            : turn + 1;

        Slot[] Slots(int[] added) => Array.ConvertAll(added, handle => frame[handle]);
    }

    /// <inheritdoc/>
    public override bool WantsGradient => FirstWanting() < _turns.Length;

    /// <summary>How many results come first that a turn may give and none takes: without a turn they are not there.</summary>
    public int Given { get; init; }

    private int Carried => ResultShapes.Length;

    /// <inheritdoc/>
    public override void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
    {
        if (_turns.Length == 0)
        {
            for (var k = Given; k < Carried; k++)
                Bytes(inputs[_captured + k], k).CopyTo(Bytes(results[k], k));
        }

        Span<Operand> turnInputs = stackalloc Operand[inputs.Length];
        Span<Operand> turnResults = stackalloc Operand[Carried];
        for (var i = 0; i < _turns.Length; i++)
        {
            Operands(i, pass, inputs, results, turnInputs, turnResults);
            _turns[i].Plan.Forward(pass.Child(_turns[i].Frame), turnInputs, turnResults);
        }
    }

    /// <inheritdoc/>
    public override void Backward(
        Pass pass,
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
    {
        // Several turns write one gradient, and inputs may be one tensor: all add to zero, in whatever order.
        var isAnyWanted = false;
        foreach (var gradient in inputGradients)
        {
            isAnyWanted |= gradient.IsWanted;
            PassRuntime.Zero(gradient.ToGradient());
        }

        if (_turns.Length == 0)
        {
            for (var k = Given; k < Carried; k++)
            {
                if (IsFloat(k))
                    inputGradients[_captured + k].ToGradient().Next.Write(resultGradients[k].As<float>());
            }
        }

        // Turns before the first that wants a gradient need none for their results.
        var first = isAnyWanted ? 0 : FirstWanting();
        Span<Operand> turnInputs = stackalloc Operand[inputs.Length];
        Span<Operand> turnResults = stackalloc Operand[Carried];
        Span<Operand> turnResultGradients = stackalloc Operand[Carried];
        Span<GradientOperand> turnInputGradients = stackalloc GradientOperand[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            turnInputGradients[i] = i < _captured ? GradientOperand.Of(inputGradients[i].ToGradient().Next) : default;
        for (var i = _turns.Length - 1; i >= first; i--)
        {
            Operands(i, pass, inputs, results, turnInputs, turnResults);
            for (var k = 0; k < Carried; k++)
            {
                turnResultGradients[k] = i == _turns.Length - 1 ? resultGradients[k] : pass.Operand(_turns[i].Gradients[k]);
                turnInputGradients[_captured + k] = i == 0 ? GradientOperand.Of(inputGradients[_captured + k].ToGradient().Next)
                    : i == first || !IsFloat(k) ? default
                    : pass.GradientOperand(_turns[i - 1].Gradients[k], accumulate: false);
            }

            _turns[i].Plan.Backward(pass.Child(_turns[i].Frame), turnInputs, turnResults, turnResultGradients, turnInputGradients);
        }
    }

    /// <inheritdoc/>
    public override void VisitSaved(SavedValues saved)
    {
        foreach (var turn in _turns)
            turn.Plan.VisitSaved(saved);
    }

    /// <inheritdoc/>
    public override bool SavesInput(int index)
        => index < _captured ? Array.Exists(_turns, turn => turn.Plan.SavesInput(index)) : _turns.Length > 0 && _turns[0].Plan.SavesInput(index);

    /// <inheritdoc/>
    public override bool GivesResult(int index) => _turns.Length == 0 ? index >= Given : _turns[^1].Plan.GivesResult(index);

    /// <inheritdoc/>
    public override bool SavesResult(int index) => _turns.Length > 0 && _turns[^1].Plan.SavesResult(index);

    private bool IsFloat(int carried) => _carried[carried] == DType.Float32;

    private Span<byte> Bytes(Operand operand, int carried) => operand.Bytes(_carried[carried].Size());

    private int FirstWanting()
    {
        var first = 0;
        while (first < _turns.Length && !_turns[first].Plan.WantsGradient)
            first++;
        return first;
    }

    /// <summary>What a turn reads and writes.</summary>
    private void Operands(int turn, Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results, Span<Operand> turnInputs, Span<Operand> turnResults)
    {
        inputs.CopyTo(turnInputs);
        for (var k = 0; k < Carried; k++)
        {
            if (turn > 0)
                turnInputs[_captured + k] = pass.Operand(_turns[turn - 1].Results[k]);
            turnResults[k] = turn == _turns.Length - 1 ? results[k] : pass.Operand(_turns[turn].Results[k]);
        }
    }

    /// <param name="Plan">The turn's plan.</param>
    /// <param name="Frame">Its frame.</param>
    /// <param name="Results">What it gives to the next turn; empty for the last.</param>
    /// <param name="Gradients">The gradients of those.</param>
    private readonly record struct Turn(Plan Plan, Slot Frame, Slot[] Results, Slot[] Gradients);
}
