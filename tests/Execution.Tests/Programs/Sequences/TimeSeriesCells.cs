using NnGen;

namespace Programs.Sequences.TimeSeriesCells;

// PyTorch's time sequence prediction: two cells, a loop over the steps, then into the future.
[Module]
public partial class Sequence
{
    private readonly LSTMCell lstm1 = new(1, 3);
    private readonly LSTMCell lstm2 = new(3, 3);
    private readonly Linear linear = new(3, 1);

    public Tensor Forward([Shape("N, T")] Tensor input)
    {
        var n = input.Shape[0];
        var h1 = Tensor.Zeros(n, 3);
        var c1 = Tensor.Zeros(n, 3);
        var h2 = Tensor.Zeros(n, 3);
        var c2 = Tensor.Zeros(n, 3);
        var output = Tensor.Zeros(n, 1);
        for (var t = 0; t < input.Shape[1]; t++)
        {
            (h1, c1) = lstm1.Forward(input[.., t].Unsqueeze(1), (h1, c1));
            (h2, c2) = lstm2.Forward(h1, (h2, c2));
            output = linear.Forward(h2);
        }

        return output;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Sequence(), n => [Tensor.Randn(n, 5)]);
}
