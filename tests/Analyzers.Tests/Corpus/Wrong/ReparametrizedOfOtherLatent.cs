// NNG1001: 'noise * (0.5 * logVar.Forward(h)).Exp()' cannot broadcast 'noise' [N, 20] with '(0.5 * logVar.Forward(h)).Exp()' [N, 10]: 20 and 10 at dim -1 are neither equal nor 1
[Module]
public partial class Vae
{
    private readonly Linear encoder = new(784, 400);
    private readonly Linear mu = new(400, 20);
    private readonly Linear logVar = new(400, 10);
    private readonly Linear decoder = new(20, 784);

    public Tensor Forward([Shape("N, 784")] Tensor x, [Shape("N, 20")] Tensor noise)
    {
        var h = F.Relu(encoder.Forward(x));
        var m = mu.Forward(h);
        var z = m + [|noise * (0.5 * logVar.Forward(h)).Exp()|];
        return F.Sigmoid(decoder.Forward(z));
    }
}
