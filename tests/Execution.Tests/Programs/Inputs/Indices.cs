using NnGen;

namespace Programs.Inputs.Indices;

[Module]
public partial class BagOfWords(int vocabulary, int features)
{
    private readonly Embedding words = new(vocabulary, features, paddingIdx: 0);
    private readonly Linear classifier = new(features, 2);

    public Tensor Forward([Shape("N, T")] Tensor<long> tokens) => classifier.Forward(words.Forward(tokens).Mean(1));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new BagOfWords(7, 4), n => [Tensor.Randint(0, 7, [n, 5])]);
}
