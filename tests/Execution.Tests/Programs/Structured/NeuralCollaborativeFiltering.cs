using NnGen;

namespace Programs.Structured.NeuralCollaborativeFiltering;

[Module]
public partial class Ncf
{
    private readonly Embedding userGmf = new(5, 3);
    private readonly Embedding itemGmf = new(6, 3);
    private readonly Embedding userMlp = new(5, 2);
    private readonly Embedding itemMlp = new(6, 2);
    private readonly Sequential mlp = new(new Linear(4, 4), new ReLU(), new Linear(4, 3), new ReLU());
    private readonly Linear predict = new(6, 1);

    public Tensor Forward([Shape("N")] Tensor<long> user, [Shape("N")] Tensor<long> item)
    {
        var gmf = userGmf.Forward(user) * itemGmf.Forward(item);
        var deep = mlp.Forward(F.Cat([userMlp.Forward(user), itemMlp.Forward(item)], -1));
        return predict.Forward(F.Cat([gmf, deep], -1)).View(-1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Ncf(), n => [Tensor.Randint(0, 5, [n]), Tensor.Randint(0, 6, [n])]);
}
