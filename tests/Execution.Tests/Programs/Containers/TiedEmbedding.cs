using NnGen;

namespace Programs.Containers.TiedEmbedding;

[Module]
public partial class LanguageModel
{
    private readonly Embedding tokens = new(6, 4);
    private readonly Linear head = new(4, 6);

    public LanguageModel() => head.Weight = tokens.Weight;

    public Tensor Forward([Shape("N, T")] Tensor<long> x) => head.Forward(F.Tanh(tokens.Forward(x)));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new LanguageModel(), n => [Tensor.Randint(0, 6, [n, 3])]);
}
