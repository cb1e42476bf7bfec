[Module]
public partial class Discriminator
{
    private readonly Sequential trunk = new(new Conv2d(1, 64, 4, 2, 1), new LeakyReLU(0.1), new Conv2d(64, 128, 4, 2, 1), new LeakyReLU(0.1), new Flatten(), new Linear(128 * 7 * 7, 1024));
    private readonly Linear real = new(1024, 1);
    private readonly Linear code = new(1024, 12);

    public (Tensor Real, Tensor Code) Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        var h = trunk.Forward(x);
        return (real.Forward(h), code.Forward(h));
    }
}

[Module]
public partial class InfoGanLoss(Discriminator discriminator)
{
    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor fake, [Shape("N")] Tensor<long> category)
    {
        var (real, code) = discriminator.Forward(fake);
        return F.BinaryCrossEntropyWithLogits(real, Tensor.OnesLike(real)) + F.CrossEntropy(code[.., ..10], category);
    }
}
