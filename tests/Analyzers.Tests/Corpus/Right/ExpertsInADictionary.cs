[Module]
public partial class Mixture
{
    private readonly ModuleDict<Linear> experts = new(("a", new Linear(32, 16)), ("b", new Linear(32, 16)));
    private readonly Linear gate = new(32, 2);

    public Tensor Forward([Shape("N, 32")] Tensor x)
    {
        var weights = F.Softmax(gate.Forward(x), 1);
        var total = Tensor.Zeros(x.Size(0), 16);
        foreach (var (name, expert) in experts)
            total = total + expert.Forward(x);
        return total * weights.Sum(1, keepDim: true);
    }
}
