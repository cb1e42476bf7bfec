using NnGen;

namespace Programs.Methods.EncoderDecoder;

[Module]
public partial class Autoencoder
{
    private readonly Linear encoder1 = new(6, 4);
    private readonly Linear encoder2 = new(4, 2);
    private readonly Linear decoder1 = new(2, 4);
    private readonly Linear decoder2 = new(4, 6);

    [return: Shape("N, 2")]
    public Tensor Encode([Shape("N, 6")] Tensor x) => encoder2.Forward(F.Relu(encoder1.Forward(x)));

    [return: Shape("N, 6")]
    public Tensor Decode([Shape("N, 2")] Tensor z) => F.Sigmoid(decoder2.Forward(F.Relu(decoder1.Forward(z))));

    [return: Shape("N, 6")]
    public Tensor Forward([Shape("N, 6")] Tensor x) => Decode(Encode(x));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Autoencoder(), n => [Tensor.Randn(n, 6)]);

    [Sample]
    public static Sample Create2() => new(() => new Autoencoder(), n => [Tensor.Randn(n, 6)]) { Method = "Encode" };

    [Sample]
    public static Sample Create3() => new(() => new Autoencoder(), n => [Tensor.Randn(n, 2)]) { Method = "Decode" };
}
