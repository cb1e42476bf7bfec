[Module]
public partial class Autoencoder
{
    private const int Pixels = 28 * 28;
    private readonly Linear encode1 = new(Pixels, 128);
    private readonly Linear encode2 = new(128, 16);
    private readonly Linear decode1 = new(16, 128);
    private readonly Linear decode2 = new(128, Pixels);

    public Tensor Forward([Shape("N, 784")] Tensor x)
    {
        var code = encode2.Forward(F.Relu(encode1.Forward(x)));
        return F.Sigmoid(decode2.Forward(F.Relu(decode1.Forward(code))));
    }
}

[Module]
public partial class Reconstruction(Autoencoder model)
{
    public Tensor Forward([Shape("N, 784")] Tensor x) => F.MseLoss(model.Forward(x), x);
}
