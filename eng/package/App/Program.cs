using Layers;
using NnGen;
using NnGen.Optim;

Rng.ManualSeed(0);
var x = Tensor.Randn(8, 6);
var target = Tensor.Randn(8, 3);
var net = new Net();
var step = new Regression(net);
Check("Call and Forward differ by", Difference(net.Call(x), net.Forward(x)), atMost: 1e-6);
Check("Gradients and central differences differ by", GradientError(step, x, target), atMost: 1e-2);

var optimizer = new SGD(step.Parameters(), lr: 0.05);
var first = step.ValueAndGrad(x, target);
for (var i = 0; i < 200; i++)
{
    optimizer.Step();
    optimizer.ZeroGrad();
    step.ValueAndGrad(x, target);
}

Check("After 200 steps there is left of the loss", step.ValueAndGrad(x, target) / first, atMost: 0.2);

static double Difference(Tensor a, Tensor b)
{
    var worst = 0f;
    for (var i = 0; i < a.AsSpan().Length; i++)
        worst = Math.Max(worst, Math.Abs(a.AsSpan()[i] - b.AsSpan()[i]));
    return worst;
}

static double GradientError(Regression step, Tensor x, Tensor target)
{
    const float H = 1e-2f;
    step.ValueAndGrad(x, target);
    var worst = 0.0;
    foreach (var parameter in step.Parameters())
    {
        for (var i = 0; i < parameter.AsSpan().Length; i++)
        {
            var value = parameter.AsSpan()[i];
            parameter.AsWritableSpan()[i] = value + H;
            double above = step.Predict(x, target).Item();
            parameter.AsWritableSpan()[i] = value - H;
            double below = step.Predict(x, target).Item();
            parameter.AsWritableSpan()[i] = value;
            worst = Math.Max(worst, Math.Abs(((above - below) / (2 * H)) - parameter.Grad!.AsSpan()[i]));
        }
    }

    step.ZeroGrad();
    return worst;
}

static void Check(string what, double value, double atMost)
{
    Console.WriteLine($"{what} {value:G3}");
    if (!(value <= atMost))
        throw new InvalidOperationException($"{what} {value:G3}, which is more than {atMost}.");
}

[Module]
public partial class Net
{
    private readonly Mixer mixer = new(6, 16);
    private readonly Scale scale = new(6);
    private readonly Residual<Mixer> residual = new(new Mixer(6, 8));
    private readonly Gate gate = new(6);
    private readonly Linear head = new(6, 3);

    public Tensor Forward([Shape("N, 6")] Tensor x)
    {
        x = scale.Forward(mixer.Forward(x));
        x = residual.Forward(x.Squash(0.5f));
        return head.Forward(gate.Forward(x) + CubeOp.Apply(x));
    }
}

[Module]
public partial class Regression(Net net)
{
    public Tensor Forward([Shape("N, 6")] Tensor x, [Shape("N, 3")] Tensor target) => F.MseLoss(net.Forward(x), target);
}
