// NNG1001: 'head' takes 32 features, but 'F.Relu(experts[index].Forward(x))' is [N, 16]: let 'head' take 16
[Module]
public partial class Routed(int index)
{
    private readonly ModuleList<Linear> experts = new(4, _ => new Linear(32, 16));
    private readonly Linear head = new(32, 10);

    public Tensor Forward([Shape("N, 32")] Tensor x) => [|head.Forward(F.Relu(experts[index].Forward(x)))|];
}
