using NnGen;

namespace Programs.Containers.ParameterContainers;

[Module]
public partial class Scales
{
    private readonly ParameterList weights = new(3, i => new Parameter(Tensor.Rand(4)));
    private readonly ParameterDict named = new(("left", new Parameter(Tensor.Rand(4))), ("right", new Parameter(Tensor.Rand(1))));

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        for (var i = 0; i < 3; i++)
            x = F.Tanh(x * weights[i]);
        return x * named["left"] + named["right"];
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Scales(), n => [Tensor.Randn(n, 4)]);
}
