// NNG1001: 'Autoencoder(784, 32, 64)' can never run: 'decode' takes 64 features, but 'F.Relu(encode.Forward(x))' is [N, 32]: let 'decode' take 32
Train([|new Autoencoder(784, 32, 64)|]);

static void Train(Autoencoder model) => Console.WriteLine(model.Call(Tensor.Rand(16, 784)).Shape);

[Module]
public partial class Autoencoder(int pixels, int code, int decoded)
{
    private readonly Linear encode = new(pixels, code);
    private readonly Linear decode = new(decoded, pixels);

    public Tensor Forward([Shape("N, pixels")] Tensor x) => decode.Forward(F.Relu(encode.Forward(x)));
}
