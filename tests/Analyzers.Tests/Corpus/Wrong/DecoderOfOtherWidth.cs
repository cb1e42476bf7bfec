// NNG1001: 'decoder' cannot take 'encoder.Forward(x)' [N, 32]: 'Linear(64, 256)' takes 64 features, but 'input' is [N, 32]: let 'Linear(64, 256)' take 32
[Module]
public partial class Autoencoder
{
    private readonly Sequential encoder = new(new Linear(784, 256), new ReLU(), new Linear(256, 32));
    private readonly Sequential decoder = new(new Linear(64, 256), new ReLU(), new Linear(256, 784), new Sigmoid());

    public Tensor Forward([Shape("N, 784")] Tensor x) => [|decoder.Forward(encoder.Forward(x))|];
}
