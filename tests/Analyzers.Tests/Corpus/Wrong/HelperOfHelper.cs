// NNG1001: 'o' takes 32 features, but 'x[.., .., ..16]' is [B, T, 16]: let 'o' take 16
[Module]
public partial class Net
{
    private readonly Linear q = new(64, 64);
    private readonly Linear o = new(32, 64);

    public Tensor Forward([Shape("B, T, 64")] Tensor x) => Finish(Start(x));

    private Tensor Start(Tensor x) => F.Tanh(q.Forward(x));

    private Tensor Finish(Tensor x) => [|o.Forward(Halve(x))|];

    private static Tensor Halve(Tensor x) => x[.., .., ..16];
}
