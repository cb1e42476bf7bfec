// NNG1001: 'F.MseLoss' takes 'x' as [N, 784] to match 'y' from 'decode' [N, 784], but it is [N, 1, 28, 28]
[Module]
public partial class Autoencoder
{
    private readonly Linear encode = new(784, 32);
    private readonly Linear decode = new(32, 784);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        var z = F.Relu(encode.Forward(x.Flatten(1)));
        var y = F.Sigmoid(decode.Forward(z));
        return [|F.MseLoss(y, x)|];
    }
}
