// NNG1001: 'discriminator' cannot take 'generator.Forward(z)' [N, 784]: 'Linear(32 * 32, 128)' takes 1024 features, but 'input' is [N, 784]: let 'Linear(32 * 32, 128)' take 784
[Module]
public partial class GanLoss
{
    private readonly Sequential generator = new(new Linear(64, 128), new ReLU(), new Linear(128, 28 * 28), new Tanh());
    private readonly Sequential discriminator = new(new Linear(32 * 32, 128), new LeakyReLU(0.2), new Linear(128, 1));

    public Tensor Forward([Shape("N, 64")] Tensor z) => [|discriminator.Forward(generator.Forward(z))|].Mean();
}
