using NnGen;

namespace Programs.Containers.Ensemble;

[Module]
public partial class Ensemble(int members)
{
    private readonly ModuleList<Sequential> nets = new(members, _ => new Sequential(new Linear(3, 4), new ReLU(), new Linear(4, 2)));

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        var sum = nets[0].Forward(x);
        for (var i = 1; i < nets.Count; i++)
            sum = sum + nets[i].Forward(x);
        return sum / nets.Count;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Ensemble(3), n => [Tensor.Randn(n, 3)]);
}
