[Module]
public partial class Residual<T>(T inner)
    where T : Module, IModule<Tensor, Tensor>
{
    public Tensor Forward([Shape("*B, D")] Tensor x) => x + inner.Forward(x);
}

[Module]
public partial class FeedForward(int dim, int hidden)
{
    private readonly Linear up = new(dim, hidden);
    private readonly Linear down = new(hidden, dim);

    public Tensor Forward([Shape("*B, dim")] Tensor x) => down.Forward(F.Gelu(up.Forward(x)));
}

[Module]
public partial class Net
{
    private readonly Residual<FeedForward> first = new(new FeedForward(32, 128));
    private readonly Residual<Linear> second = new(new Linear(32, 32));

    public Tensor Forward([Shape("N, T, 32")] Tensor x) => second.Forward(first.Forward(x));
}
