using NnGen;

namespace Programs.Sequences.CharRnn;

// The character-level network of PyTorch's name classification tutorial, one step.
[Module]
public partial class CharRnn(int inputSize, int hiddenSize, int outputSize)
{
    private readonly Linear i2h = new(inputSize + hiddenSize, hiddenSize);
    private readonly Linear i2o = new(inputSize + hiddenSize, outputSize);
    private readonly LogSoftmax softmax = new(dim: 1);

    public (Tensor Output, Tensor Hidden) Forward([Shape("N, inputSize")] Tensor input, [Shape("N, hiddenSize")] Tensor hidden)
    {
        var combined = F.Cat([input, hidden], 1);
        hidden = i2h.Forward(combined);
        var output = softmax.Forward(i2o.Forward(combined));
        return (output, hidden);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new CharRnn(4, 3, 5), n => [Tensor.Randn(n, 4), Tensor.Randn(n, 3)]);
}
