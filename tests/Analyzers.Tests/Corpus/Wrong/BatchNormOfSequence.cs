// NNG1001: 'norm' takes 16 features, but 'conv.Forward(x)' is [N, 32, 98]: let 'norm' take 32
[Module]
public partial class Net
{
    private readonly Conv1d conv = new(16, 32, 3);
    private readonly BatchNorm1d norm = new(16);

    public Tensor Forward([Shape("N, 16, 100")] Tensor x) => [|norm.Forward(conv.Forward(x))|];
}
