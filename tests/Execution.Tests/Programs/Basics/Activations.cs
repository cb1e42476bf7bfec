using NnGen;

namespace Programs.Basics.Activations;

// One of each, as in the table of PyTorch's documentation.
[Module]
public partial class Activations
{
    private readonly Linear fc = new(6, 6);
    private readonly LeakyReLU leaky = new(0.2);
    private readonly ELU elu = new();
    private readonly SELU selu = new();
    private readonly CELU celu = new(0.5);
    private readonly GELU gelu = new();
    private readonly SiLU silu = new();
    private readonly Mish mish = new();
    private readonly Softplus softplus = new(beta: 2);
    private readonly Softsign softsign = new();
    private readonly Tanhshrink shrink = new();
    private readonly LogSigmoid log = new();

    public Tensor Forward([Shape("N, 6")] Tensor x)
    {
        var h = fc.Forward(x);
        var sum = leaky.Forward(h) + elu.Forward(h) + selu.Forward(h);
        sum += celu.Forward(h) * gelu.Forward(h);
        sum -= silu.Forward(h) / (softplus.Forward(h) + 1);
        sum *= softsign.Forward(mish.Forward(h)) + 2;
        return sum + shrink.Forward(h) - log.Forward(h);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Activations(), n => [Tensor.Randn(n, 6)]);
}
