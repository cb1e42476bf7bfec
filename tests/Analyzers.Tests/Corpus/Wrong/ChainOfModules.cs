// NNG1001: 'decoder' takes 12 at dim 1, but 'code' from 'encoder' is [N, 10]
[Module]
public partial class Encoder
{
    private readonly Linear fc1 = new(64, 32);
    private readonly Linear fc2 = new(32, 10);

    public Tensor Forward([Shape("N, 64")] Tensor x) => fc2.Forward(F.Relu(fc1.Forward(x)));
}

[Module]
public partial class Decoder
{
    private readonly Linear fc1 = new(12, 32);
    private readonly Linear fc2 = new(32, 64);

    public Tensor Forward([Shape("N, 12")] Tensor code) => fc2.Forward(F.Relu(fc1.Forward(code)));
}

[Module]
public partial class Autoencoder
{
    private readonly Encoder encoder = new();
    private readonly Decoder decoder = new();

    public Tensor Forward([Shape("N, 64")] Tensor x)
    {
        var code = encoder.Forward(x);
        return [|decoder.Forward(code)|];
    }
}
