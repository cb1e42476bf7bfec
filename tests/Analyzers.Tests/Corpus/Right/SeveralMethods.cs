[Module]
public partial class Autoencoder(int pixels, int code)
{
    private readonly Linear encoder = new(pixels, code);
    private readonly Linear decoder = new(code, pixels);

    public Tensor Forward([Shape("N, pixels")] Tensor x) => Decode(Encode(x));

    public Tensor Encode([Shape("N, pixels")] Tensor x) => F.Relu(encoder.Forward(x));

    public Tensor Decode([Shape("N, code")] Tensor z) => F.Sigmoid(decoder.Forward(z));
}
