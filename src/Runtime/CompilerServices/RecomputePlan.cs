using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>
/// A module whose values are not kept between the passes: the backward pass runs the forward pass again first, with the same random
/// numbers and on the buffers as they were, which it leaves as they are. Generated code alone uses it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecomputePlan : Plan
{
    private readonly Module _module;
    private readonly Plan _forward;
    private readonly Plan _recording;
    private readonly Slot _position;
    private readonly Slot _buffers;
    private readonly long[] _results;
    private readonly long _resultBytes;

    private RecomputePlan(Module module, Plan forward, Plan recording)
        : base(PlanKind.Recording)
    {
        (_module, _forward, _recording) = (module, forward, recording);
        ResultShapes = recording.ResultShapes;
        _results = new long[ResultShapes.Length];
        for (var i = 0; i < _results.Length; i++)
        {
            _results[i] = _resultBytes;
            _resultBytes += Aligned((long)ResultShapes[i].Count * sizeof(double));
        }

        var frame = new FrameBuilder();
        var position = frame.Add(1, PassRuntime.ScalarBytes, 0, 1);
        var buffers = frame.Add(BufferSnapshot.Bytes(module), 1, 0, 1);
        frame.Layout();
        FrameBytes = frame.FrameBytes;
        (_position, _buffers) = (frame[position], frame[buffers]);
    }

    /// <inheritdoc/>
    public override bool WantsGradient => _recording.WantsGradient;

    /// <summary>Binds a method of a module that is recomputed.</summary>
    /// <param name="module">The module.</param>
    /// <param name="method">Key of the method.</param>
    /// <param name="inputs">The shapes; null where an optional input is absent.</param>
    /// <param name="scalars">What the method takes besides tensors.</param>
    /// <param name="kind">What the plan is laid out for; without a backward pass nothing is recomputed.</param>
    public static Plan Bind(Module module, string method, ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarArgument> scalars, PlanKind kind)
    {
        ArgumentNullException.ThrowIfNull(module);
        var plan = module.Bind(method, inputs, scalars, kind);
        return kind == PlanKind.ForwardOnly || plan is RecomputePlan ? plan : Of(module, module.Bind(method, inputs, scalars, PlanKind.ForwardOnly), plan);
    }

    /// <summary>A method of a module that is recomputed, bound without and with a backward pass.</summary>
    public static Plan Of(Module module, Plan forward, Plan recording) => new RecomputePlan(module, forward, recording);

    /// <inheritdoc/>
    public override unsafe void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
    {
        var (memory, random) = (pass.Memory, pass.Memory.Random);
        var start = ReferenceEquals(RandomTape.Current, random) ? random.Position : random.Count;
        pass.Scalar<int>(_position) = start;
        BufferSnapshot.Save(_module, pass.Elements<byte>(_buffers));
        var outer = random.Start(start);
        try
        {
            _forward.Forward(pass.In(memory.Rent(_forward.FrameBytes)), inputs, results);
        }
        finally
        {
            memory.Return();
            random.Stop(outer, isReplay: false);
        }

        BufferSnapshot.Compare(_module, pass.Elements<byte>(_buffers));
    }

    /// <inheritdoc/>
    public override unsafe void Backward(
        Pass pass,
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
    {
        var memory = pass.Memory;
        var buffers = pass.Elements<byte>(_buffers);
        var frameBytes = Aligned(_recording.FrameBytes);
        var rented = memory.Rent(frameBytes + _resultBytes + buffers.Length);
        try
        {
            Span<Operand> recomputed = stackalloc Operand[results.Length];
            for (var i = 0; i < recomputed.Length; i++)
                recomputed[i] = new Operand(rented + frameBytes + _results[i], ResultShapes[i].Count);
            var frame = pass.In(rented);
            Recompute(pass, frame, inputs, recomputed, new Span<byte>(rented + frameBytes + _resultBytes, buffers.Length));
            _recording.Backward(frame, inputs, recomputed, resultGradients, inputGradients);
        }
        finally
        {
            memory.Return();
        }
    }

    /// <inheritdoc/>
    public override void VisitSaved(SavedValues saved)
    {
        ArgumentNullException.ThrowIfNull(saved);

        // The forward pass that runs again reads every parameter, whatever its backward pass reads.
        foreach (var (name, parameter) in _module.NamedParameters())
            saved.Add(name, parameter);
        _recording.VisitSaved(saved);
    }

    /// <inheritdoc/>
    public override bool DifferentiatesInput(int index) => _recording.DifferentiatesInput(index);

    /// <inheritdoc/>
    public override bool SavesResult(int index) => false;

    private static long Aligned(long bytes) => (bytes + 63) / 64 * 64;

    private void Recompute(Pass pass, Pass frame, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results, Span<byte> current)
    {
        var random = pass.Memory.Random;
        var buffers = pass.Elements<byte>(_buffers);
        BufferSnapshot.Restore(_module, buffers, current);
        var outer = random.Start(pass.Scalar<int>(_position));
        try
        {
            _recording.Forward(frame, inputs, results);
        }
        finally
        {
            random.Stop(outer, isReplay: true);
            BufferSnapshot.PutBack(_module, buffers, current);
        }
    }
}
