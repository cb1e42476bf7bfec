using NnGen.CompilerServices;

namespace NnGen.Tests.Modules.Handwritten;

/// <summary>
/// y = (x * w)² with w along the last dimension, or the sum of it: what the generator writes for a module, written by hand. The
/// product is kept in the frame, so that passes which wrongly shared memory would give wrong gradients.
/// </summary>
public class SquaredScale(int size, bool sum = false) : Module, IModule<Tensor, Tensor>
{
    public Parameter Weight { get; set; } = new(Tensor.Full([size], 1));

    /// <summary>Does something in the middle of a forward pass.</summary>
    public Action? OnForward { get; set; }

    /// <summary>Does something in the middle of a backward pass, after the gradient of the weight has been asked for.</summary>
    public Action? OnBackward { get; set; }

    /// <summary>Behaviour of the last forward pass.</summary>
    public bool? RanAsEvaluation { get; private set; }

    public int Bindings { get; private set; }

    public Tensor Forward(Tensor input) => throw new NotSupportedException();

    public Tensor Call(Tensor input) => Runner.Call(this, "Forward(Float32)", [input]);

    public Tensor Predict(Tensor input) => Runner.Predict(this, "Forward(Float32)", [input]);

    public void Predict(Tensor input, Span<float> result) => Runner.Predict(this, "Forward(Float32)", [input], result);

    public void Predict(ReadOnlySpan<float> input, Span<float> result) => Runner.Predict(this, "Forward(Float32)", input, [-1, size], result);

    public float ValueAndGrad(Tensor input) => Runner.ValueAndGrad(this, "Forward(Float32)", [input]);

    public override Plan Bind(string method, ReadOnlySpan<Shape?> inputs, PlanKind kind)
    {
        Bindings++;
        return new ScalePlan(this, inputs[0]!.Value, sum, kind);
    }

    protected override void VisitMembers(MemberVisitor visitor) => visitor.Parameter("weight", Weight);

    protected override string ExtraRepr() => $"size={size}";

    private sealed class ScalePlan : Plan
    {
        private readonly SquaredScale _module;
        private readonly Slot _product;

        public ScalePlan(SquaredScale module, Shape input, bool sum, PlanKind kind)
            : base(kind)
        {
            _module = module;
            if (input.Rank == 0 || input[^1] != module.Weight.Count)
                throw new ShapeException($"the weight has {module.Weight.Count} elements, but 'input' is {input}");
            var frame = new FrameBuilder();
            var product = frame.Add(input.Count, sizeof(float), 0, 1);
            frame.Layout();
            _product = frame[product];
            FrameBytes = frame.FrameBytes;
            ResultShapes = [sum ? default : input];
        }

        public override bool WantsGradient => _module.Weight.RequiresGrad;

        public override void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
        {
            var x = inputs[0].As<float>();
            var w = _module.Weight.Values;
            var y = results[0].As<float>();
            var product = pass.Floats(_product);
            _module.RanAsEvaluation = pass.IsEvaluation;
            y.Clear();
            for (var i = 0; i < x.Length; i++)
            {
                product[i] = x[i] * w[i % w.Length];
                y[i % y.Length] += product[i] * product[i];
            }

            _module.OnForward?.Invoke();
        }

        public override void Backward(
            Pass pass,
            ReadOnlySpan<Operand> inputs,
            ReadOnlySpan<Operand> results,
            ReadOnlySpan<Operand> resultGradients,
            ReadOnlySpan<GradientOperand> inputGradients)
        {
            var x = inputs[0].As<float>();
            var w = _module.Weight.Values;
            var dy = resultGradients[0].As<float>();
            var product = pass.Floats(_product);
            var dw = _module.Weight.Gradient;
            _module.OnBackward?.Invoke();
            var dx = inputGradients[0].ToGradient();
            if (dw.IsWanted && !dw.Accumulate)
                dw.Span.Clear();
            for (var i = 0; i < x.Length; i++)
            {
                var dproduct = 2 * product[i] * dy[i % dy.Length];
                if (dw.IsWanted)
                    dw.Span[i % w.Length] += dproduct * x[i];
                if (dx.IsWanted)
                    dx.Span[i] = (dx.Accumulate ? dx.Span[i] : 0) + (dproduct * w[i % w.Length]);
            }
        }

        public override void VisitSaved(SavedValues saved) => saved.Add("weight", _module.Weight);

        public override bool SavesResult(int index) => false;
    }
}
