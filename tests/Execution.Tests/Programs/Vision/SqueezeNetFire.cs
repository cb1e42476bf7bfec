using NnGen;

namespace Programs.Vision.SqueezeNetFire;

[Module]
public partial class Fire : Module
{
    private readonly Conv2d squeeze;
    private readonly ReLU squeezeActivation = new();
    private readonly Conv2d expand1x1;
    private readonly ReLU expand1x1Activation = new();
    private readonly Conv2d expand3x3;
    private readonly ReLU expand3x3Activation = new();

    public Fire(int inplanes, int squeezePlanes, int expand1x1Planes, int expand3x3Planes)
    {
        this.squeeze = new Conv2d(inplanes, squeezePlanes, kernelSize: 1);
        this.expand1x1 = new Conv2d(squeezePlanes, expand1x1Planes, kernelSize: 1);
        this.expand3x3 = new Conv2d(squeezePlanes, expand3x3Planes, kernelSize: 3, padding: 1);
    }

    public Tensor Forward(Tensor x)
    {
        x = this.squeezeActivation.Forward(this.squeeze.Forward(x));
        return F.Cat(
            [
                this.expand1x1Activation.Forward(this.expand1x1.Forward(x)),
                this.expand3x3Activation.Forward(this.expand3x3.Forward(x)),
            ],
            dim: 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Fire(3, 2, 3, 2), n => [Tensor.Randn(n, 3, 4, 4)]);
}
