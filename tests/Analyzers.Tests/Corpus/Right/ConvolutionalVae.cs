[Module]
public partial class ConvVae(int latent)
{
    private const int Flat = 128 * 4 * 4;
    private readonly Sequential encoder = new(
        new Conv2d(3, 32, 4, stride: 2, padding: 1), new ReLU(),
        new Conv2d(32, 64, 4, stride: 2, padding: 1), new ReLU(),
        new Conv2d(64, 128, 4, stride: 2, padding: 1), new ReLU(), new Flatten());
    private readonly Linear mu = new(Flat, latent);
    private readonly Linear logvar = new(Flat, latent);
    private readonly Linear decode = new(latent, Flat);
    private readonly Sequential decoder = new(
        new Unflatten(1, (128, 4, 4)),
        new ConvTranspose2d(128, 64, 4, stride: 2, padding: 1), new ReLU(),
        new ConvTranspose2d(64, 32, 4, stride: 2, padding: 1), new ReLU(),
        new ConvTranspose2d(32, 3, 4, stride: 2, padding: 1), new Sigmoid());

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x, [Shape("N, latent")] Tensor epsilon)
    {
        var h = encoder.Forward(x);
        var m = mu.Forward(h);
        var std = (logvar.Forward(h) / 2).Exp();
        return decoder.Forward(decode.Forward(m + std * epsilon));
    }

    public Tensor Loss([Shape("N, 3, 32, 32")] Tensor x, [Shape("N, latent")] Tensor epsilon) => F.MseLoss(Forward(x, epsilon), x);
}
