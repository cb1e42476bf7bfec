namespace NnGen.CompilerServices;

/// <summary>
/// One pass of a plan over tensors. Small tensors are ordinary arrays that the garbage collector may move, so each is held in
/// place by a stack frame of its own while the pass runs: nothing is allocated, however many there are. Operands without a
/// tensor are left as the caller set them: absent, or memory that does not move.
/// </summary>
internal ref struct PinnedPass
{
    private readonly Plan _plan;
    private readonly Pass _pass;
    private Steps _steps;

    public PinnedPass(Plan plan, Pass pass)
    {
        _plan = plan;
        _pass = pass;
    }

    [Flags]
    private enum Steps
    {
        Forward = 1,
        Backward = 2,
    }

    private enum Kind
    {
        Input,
        Result,
        ResultGradient,
    }

    public ReadOnlySpan<TensorBase?> Inputs { get; init; }

    public ReadOnlySpan<TensorBase?> Results { get; init; }

    public ReadOnlySpan<TensorBase?> ResultGradients { get; init; }

    public Span<Operand> InputOperands { get; init; }

    public Span<Operand> ResultOperands { get; init; }

    public Span<Operand> ResultGradientOperands { get; init; }

    public InputGradients InputGradients { get; init; }

    public Span<GradientOperand> InputGradientOperands { get; init; }

    public void Forward()
    {
        _steps = Steps.Forward;
        Pin(Kind.Input, 0);
    }

    public void Backward()
    {
        _steps = Steps.Backward;
        Pin(Kind.Input, 0);
    }

    public void ForwardAndBackward()
    {
        _steps = Steps.Forward | Steps.Backward;
        Pin(Kind.Input, 0);
    }

    private unsafe void Pin(Kind kind, int index)
    {
        var tensors = kind switch { Kind.Input => Inputs, Kind.Result => Results, _ => ResultGradients };
        if (index == tensors.Length)
        {
            if (kind == Kind.ResultGradient)
                PinInputGradient(0);
            else
                Pin(kind + 1, 0);
            return;
        }

        if (tensors[index] is not { } tensor)
        {
            Pin(kind, index + 1);
            return;
        }

        using var pinned = tensor.Pin();
        var operands = kind switch { Kind.Input => InputOperands, Kind.Result => ResultOperands, _ => ResultGradientOperands };
        operands[index] = new Operand(pinned.Pointer, pinned.Length);
        Pin(kind, index + 1);
    }

    private unsafe void PinInputGradient(int index)
    {
        if (index == InputGradientOperands.Length)
        {
            Run();
            return;
        }

        var gradient = InputGradients[index];
        fixed (float* memory = gradient.Span)
        {
            if (gradient.IsWanted)
                InputGradientOperands[index] = new GradientOperand(memory, gradient.Span.Length, gradient.Accumulate);
            PinInputGradient(index + 1);
        }
    }

    private readonly void Run()
    {
        if ((_steps & Steps.Forward) != 0)
            _plan.Forward(_pass, InputOperands, ResultOperands);
        if ((_steps & Steps.Backward) != 0)
            _plan.Backward(_pass, InputOperands, ResultOperands, ResultGradientOperands, InputGradientOperands);
    }
}
