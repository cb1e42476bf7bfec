// NNG1001: 'main' cannot take 'z' [N, 100]: 'ConvTranspose2d(100, 512, 4)' takes 'input' with 4 dims [N, C, H, W], but it is [N, 100]
[Module]
public partial class Generator64
{
    private readonly Sequential main = new(new ConvTranspose2d(100, 512, 4), new ReLU(), new ConvTranspose2d(512, 3, 4, 2, 1), new Tanh());

    public Tensor Forward([Shape("N, 100")] Tensor z) => [|main.Forward(z)|];
}
