using NnGen;

namespace Programs.Sequences.TextCnn;

// Kim's convolutions over words of several widths.
[Module]
public partial class TextCnn
{
    private readonly Embedding embed = new(8, 3);
    private readonly Conv1d two = new(3, 2, 2);
    private readonly Conv1d three = new(3, 2, 3);
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, T")] Tensor<long> words)
    {
        var x = embed.Forward(words).Transpose(1, 2);
        var features = F.Cat([Pooled(two, x), Pooled(three, x)], 1);
        return fc.Forward(features);
    }

    private static Tensor Pooled(Conv1d conv, Tensor x) => F.Relu(conv.Forward(x)).AMax(2);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TextCnn(), n => [Tensor.Randint(0, 8, [n, 6])]);
}
