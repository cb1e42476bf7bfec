using NnGen;

namespace Programs.Transformers.RelativePositionBias;

// T5: a learned bias for each distance, looked up by an index buffer.
[Module]
public partial class RelativeAttention
{
    private const int Length = 3;
    private readonly Embedding relativeBias = new(2 * Length - 1, 1);
    private readonly Linear q = new(4, 4, bias: false);
    private readonly Linear k = new(4, 4, bias: false);
    private readonly Linear v = new(4, 4, bias: false);
    [Buffer(Persistent = false)] private readonly Tensor<long> distance = Distances();

    public Tensor Forward([Shape("B, 3, 4")] Tensor x)
    {
        var bias = relativeBias.Forward(distance).Squeeze(-1);
        var scores = q.Forward(x).MatMul(k.Forward(x).Transpose(-1, -2)) + bias;
        return scores.Softmax(-1).MatMul(v.Forward(x));
    }

    private static Tensor<long> Distances()
    {
        var values = new long[Length * Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = (i % Length) - (i / Length) + Length - 1;
        return Tensor<long>.From(values, Length, Length);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new RelativeAttention(), n => [Tensor.Randn(n, 3, 4)]);
}
