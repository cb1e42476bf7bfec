namespace NnGen.CompilerServices;

/// <summary>
/// The turns of a loop of which only the call knows how many there are: a flag, the last that is carried, says whether there is
/// another. Where a backward pass follows, each turn takes a block of the workspace's stack of frames, which leads to the block of the
/// turn before; without, turns share one frame and what they carry alternates between two places.
/// </summary>
internal sealed class OpenLoopPlan : Plan
{
    private readonly Plan[] _turns;
    private readonly Block[] _blocks;
    private readonly DType[] _carried;
    private readonly int _captured;
    private readonly Slot _count;
    private readonly Slot _last;
    private readonly Slot[] _shared;

    /// <param name="turns">The plans of turns; all turns after the last run by that.</param>
    /// <param name="captured">How many inputs are the same in all turns.</param>
    /// <param name="carried">Types of what is carried.</param>
    /// <param name="results">Shapes of what a turn gives.</param>
    /// <param name="kind">What the turns are bound for.</param>
    public OpenLoopPlan(Plan[] turns, int captured, DType[] carried, Shape[] results, PlanKind kind)
        : base(kind)
    {
        (_turns, _captured, _carried, ResultShapes) = (turns, captured, carried, results);
        _blocks = Array.ConvertAll(turns, turn => new Block(turn, carried, kind));
        var frame = new FrameBuilder();
        var count = frame.Add(1, sizeof(int), 0, 1);
        var last = frame.Add(1, sizeof(long), 0, 1);
        var shared = kind == PlanKind.Recording ? [] : Array.ConvertAll(new int[2], _ => frame.Add(LargestBlock(), 1, 0, 1));
        frame.Layout();
        FrameBytes = frame.FrameBytes;
        (_count, _last, _shared) = (frame[count], frame[last], Array.ConvertAll(shared, handle => frame[handle]));
    }

    /// <inheritdoc/>
    public override bool WantsGradient => Array.Exists(_turns, turn => turn.WantsGradient);

    private int Carried => _carried.Length;

    /// <inheritdoc/>
    public override unsafe void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
    {
        Span<Operand> turnInputs = stackalloc Operand[inputs.Length];
        Span<Operand> turnResults = stackalloc Operand[Carried];
        inputs.CopyTo(turnInputs);
        nint before = 0;
        var count = 0;
        while (turnInputs[^1].As<bool>()[0] && !(IsCounted && count == _turns.Length))
        {
            var (plan, block) = Turn(count);
            var memory = Kind == PlanKind.Recording ? (nint)pass.Memory.Frames.Push(block.Bytes) : pass.Address(_shared[count % 2]);
            var frame = pass.In((byte*)memory);
            frame.Scalar<nint>(block.Before) = before;
            for (var k = 0; k < Carried; k++)
                turnResults[k] = frame.Operand(block.Results[k]);
            plan.Forward(frame.Child(block.Frame), turnInputs, turnResults);
            turnResults.CopyTo(turnInputs[_captured..]);
            before = memory;
            count++;
        }

        pass.Scalar<int>(_count) = count;
        pass.Scalar<nint>(_last) = before;
        for (var k = 0; k < Carried; k++)
        {
            var source = turnInputs[_captured + k];
            if (k < Given && (count == 0 || !Turn(count - 1).Plan.GivesResult(k)))
                continue;
            if (source.Length != results[k].Length)
            {
                throw new InvalidOperationException(
                    "A loop took no turn, and what it started with has another shape than what its turns give: start with a tensor of that shape.");
            }

            source.Bytes(_carried[k].Size()).CopyTo(results[k].Bytes(_carried[k].Size()));
        }
    }

    /// <inheritdoc/>
    public override unsafe void Backward(
        Pass pass,
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
    {
        // Several turns write one gradient, and inputs may be one tensor: all add to zero, in whatever order.
        foreach (var gradient in inputGradients)
            PassRuntime.Zero(gradient.ToGradient());
        var count = pass.Scalar<int>(_count);
        if (count == 0)
        {
            for (var k = Given; k < Carried; k++)
            {
                if (IsFloat(k))
                    inputGradients[_captured + k].ToGradient().Next.Write(resultGradients[k].As<float>());
            }

            return;
        }

        Span<Operand> turnInputs = stackalloc Operand[inputs.Length];
        Span<Operand> turnResults = stackalloc Operand[Carried];
        Span<Operand> turnResultGradients = stackalloc Operand[Carried];
        Span<GradientOperand> turnInputGradients = stackalloc GradientOperand[inputs.Length];
        inputs.CopyTo(turnInputs);
        resultGradients.CopyTo(turnResultGradients);
        for (var i = 0; i < _captured; i++)
            turnInputGradients[i] = GradientOperand.Of(inputGradients[i].ToGradient().Next);
        var memory = pass.Scalar<nint>(_last);
        for (var turn = count - 1; turn >= 0; turn--)
        {
            var (plan, block) = Turn(turn);
            var frame = pass.In((byte*)memory);
            memory = frame.Scalar<nint>(block.Before);
            var earlier = turn == 0 ? default : pass.In((byte*)memory);
            for (var k = 0; k < Carried; k++)
            {
                turnResults[k] = frame.Operand(block.Results[k]);
                turnInputs[_captured + k] = turn == 0 ? inputs[_captured + k] : earlier.Operand(Turn(turn - 1).Block.Results[k]);
                turnInputGradients[_captured + k] = turn == 0 ? GradientOperand.Of(inputGradients[_captured + k].ToGradient().Next)
                    : IsFloat(k) ? earlier.GradientOperand(Turn(turn - 1).Block.Gradients[k], accumulate: false)
                    : default;
            }

            plan.Backward(frame.Child(block.Frame), turnInputs, turnResults, turnResultGradients, turnInputGradients);
            for (var k = 0; turn > 0 && k < Carried; k++)
                turnResultGradients[k] = earlier.Operand(Turn(turn - 1).Block.Gradients[k]);
        }
    }

    /// <inheritdoc/>
    public override void VisitSaved(SavedValues saved)
    {
        foreach (var turn in _turns)
            turn.VisitSaved(saved);
    }

    /// <inheritdoc/>
    public override bool SavesInput(int index) => Array.Exists(_turns, turn => turn.SavesInput(index));

    /// <inheritdoc/>
    public override bool GivesResult(int index) => _turns.Length == 0 ? index >= Given : Array.Exists(_turns, turn => turn.GivesResult(index));

    /// <inheritdoc/>
    public override bool SavesResult(int index) => false;

    /// <summary>Whether the turns are counted too, so that each has a plan of its own and there is none after the last.</summary>
    public bool IsCounted { get; init; }

    /// <summary>How many of the first results a turn may give and none takes.</summary>
    public int Given { get; init; }

    private bool IsFloat(int carried) => _carried[carried] == DType.Float32;

    private (Plan Plan, Block Block) Turn(int turn) => (_turns[Math.Min(turn, _turns.Length - 1)], _blocks[Math.Min(turn, _turns.Length - 1)]);

    private int LargestBlock() => _blocks.Length == 0 ? 0 : _blocks.Max(block => block.Bytes);

    /// <summary>How the memory of a turn is laid out.</summary>
    private sealed class Block
    {
        public Block(Plan turn, DType[] carried, PlanKind kind)
        {
            var frame = new FrameBuilder();
            var before = frame.Add(1, sizeof(long), 0, 1);
            var child = frame.AddChild(turn, 0, 1);
            var results = new int[carried.Length];
            var gradients = new int[kind == PlanKind.Recording ? carried.Length : 0];
            for (var k = 0; k < carried.Length; k++)
                results[k] = frame.Add(turn.ResultShapes[k].Count, carried[k].Size(), 0, 1);
            for (var k = 0; k < gradients.Length; k++)
                gradients[k] = frame.Add(carried[k] == DType.Float32 ? turn.ResultShapes[k].Count : 0, sizeof(float), 0, 1);
            frame.Layout();
            Bytes = frame.FrameBytes;
            (Before, Frame) = (frame[before], frame[child]);
            Results = Array.ConvertAll(results, handle => frame[handle]);
            Gradients = Array.ConvertAll(gradients, handle => frame[handle]);
        }

        public int Bytes { get; }

        /// <summary>Where the address of the turn before is.</summary>
        public Slot Before { get; }

        /// <summary>The frame of the turn's plan.</summary>
        public Slot Frame { get; }

        /// <summary>What the turn gives to the next.</summary>
        public Slot[] Results { get; }

        /// <summary>The gradients of those.</summary>
        public Slot[] Gradients { get; }
    }
}
