[Module]
public partial class Vae
{
    private readonly Linear fc1 = new(784, 400);
    private readonly Linear fc21 = new(400, 20);
    private readonly Linear fc22 = new(400, 20);
    private readonly Linear fc3 = new(20, 400);
    private readonly Linear fc4 = new(400, 784);

    public (Tensor Reconstruction, Tensor Mu, Tensor LogVar) Forward([Shape("N, 1, 28, 28")] Tensor x, [Shape("N, 20")] Tensor noise)
    {
        var h1 = F.Relu(fc1.Forward(x.View(-1, 784)));
        var (mu, logvar) = (fc21.Forward(h1), fc22.Forward(h1));
        var z = mu + noise * (0.5 * logvar).Exp();
        return (F.Sigmoid(fc4.Forward(F.Relu(fc3.Forward(z)))), mu, logvar);
    }

    [return: Shape("()")]
    public Tensor Loss([Shape("N, 1, 28, 28")] Tensor x, [Shape("N, 20")] Tensor noise)
    {
        var (reconstruction, mu, logvar) = Forward(x, noise);
        var bce = F.BinaryCrossEntropy(reconstruction, x.View(-1, 784), reduction: Reduction.Sum);
        var kld = -0.5 * (1 + logvar - mu.Pow(2) - logvar.Exp()).Sum();
        return bce + kld;
    }
}
