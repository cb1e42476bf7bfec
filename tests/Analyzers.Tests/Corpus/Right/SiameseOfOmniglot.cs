[Module]
public partial class Siamese
{
    private readonly Sequential conv = new(
        new Conv2d(1, 64, 10), new ReLU(), new MaxPool2d(2),
        new Conv2d(64, 128, 7), new ReLU(), new MaxPool2d(2),
        new Conv2d(128, 128, 4), new ReLU(), new MaxPool2d(2),
        new Conv2d(128, 256, 4), new ReLU());

    private readonly Linear embed = new(256 * 6 * 6, 4096);
    private readonly Linear output = new(4096, 1);

    public Tensor Forward([Shape("N, 1, 105, 105")] Tensor a, [Shape("N, 1, 105, 105")] Tensor b)
        => output.Forward((Embed(a) - Embed(b)).Abs());

    private Tensor Embed(Tensor x) => F.Sigmoid(embed.Forward(conv.Forward(x).Flatten(1)));
}
