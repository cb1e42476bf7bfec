using NnGen;

namespace Programs.Generative.Dcgan;

[Module]
public partial class Generator(int nz, int ngf)
{
    private readonly Sequential main = new(
        new ConvTranspose2d(nz, ngf * 2, 2, 1, 0, bias: false),
        new BatchNorm2d(ngf * 2),
        new ReLU(),
        new ConvTranspose2d(ngf * 2, 1, 4, 2, 1, bias: false),
        new Tanh());

    [return: Shape("N, 1, 4, 4")]
    public Tensor Forward([Shape("N, nz, 1, 1")] Tensor z) => main.Forward(z);
}

[Module]
public partial class Discriminator(int ndf)
{
    private readonly Sequential main = new(
        new Conv2d(1, ndf, 4, 2, 1, bias: false),
        new LeakyReLU(0.2),
        new Conv2d(ndf, 1, 2, 1, 0, bias: false),
        new Sigmoid());

    public Tensor Forward([Shape("N, 1, 4, 4")] Tensor image) => main.Forward(image).View(-1);
}

[Module]
public partial class Chain(Generator generator, Discriminator discriminator)
{
    public Tensor Forward([Shape("N, Z, 1, 1")] Tensor noise) => discriminator.Forward(generator.Forward(noise));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Chain(new Generator(3, 2), new Discriminator(2)), n => [Tensor.Randn(n, 3, 1, 1)]);
}
