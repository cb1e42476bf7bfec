using NnGen;

namespace Programs.Generative.ConditionalGanStep;

[Module]
public partial class Generator
{
    private readonly Embedding label = new(3, 2);
    private readonly Linear fc1 = new(5, 6);
    private readonly Linear fc2 = new(6, 4);

    public Tensor Forward([Shape("N, 3")] Tensor z, [Shape("N")] Tensor<long> y)
    {
        var x = F.Cat([z, label.Forward(y)], dim: 1);
        return F.Tanh(fc2.Forward(F.LeakyRelu(fc1.Forward(x), 0.2)));
    }
}

[Module]
public partial class Discriminator
{
    private readonly Embedding label = new(3, 2);
    private readonly Linear fc = new(6, 1);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N")] Tensor<long> y)
        => fc.Forward(F.Cat([x, label.Forward(y)], dim: 1));
}

// The generator wants the discriminator to see real pictures in its own: softplus(-D(G(z))).
[Module]
public partial class GeneratorStep(Generator generator, Discriminator discriminator)
{
    public Tensor Forward([Shape("N, 3")] Tensor z, [Shape("N")] Tensor<long> y)
        => F.Softplus(-discriminator.Forward(generator.Forward(z, y), y)).Mean();
}

[Module]
public partial class DiscriminatorStep(Generator generator, Discriminator discriminator)
{
    public Tensor Forward([Shape("N, 4")] Tensor real, [Shape("N, 3")] Tensor z, [Shape("N")] Tensor<long> y)
    {
        var fake = generator.Forward(z, y).Detach();
        var lossReal = F.Softplus(-discriminator.Forward(real, y)).Mean();
        var lossFake = F.Softplus(discriminator.Forward(fake, y)).Mean();
        return lossReal + 0.5f * lossFake;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new GeneratorStep(new Generator(), new Discriminator()),
            n => [Tensor.Randn(n, 3), Tensor.Randint(0, 3, [n])])
        { IsScalar = true };

    [Sample]
    public static Sample Create2()
        => new(() => new DiscriminatorStep(new Generator(), new Discriminator()),
            n => [Tensor.Randn(n, 4), Tensor.Randn(n, 3), Tensor.Randint(0, 3, [n])])
        { IsScalar = true, IsSmooth = false };
}
