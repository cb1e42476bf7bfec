// NNG1001: 'heads[1]' takes 32 features, but 'h' from 'trunk' is [N, 64]: let 'heads[1]' take 64
[Module]
public partial class MultiTask
{
    private readonly Linear trunk = new(100, 64);
    private readonly ModuleList<Linear> heads = [new Linear(64, 3), new Linear(32, 5)];

    public Tensor Forward([Shape("N, 100")] Tensor x)
    {
        var h = F.Relu(trunk.Forward(x));
        return F.Cat([heads[0].Forward(h), [|heads[1].Forward(h)|]], 1);
    }
}
