namespace NnGen.Tests.Modules;

/// <summary>Dropout inside recurrent layers and attention: how often it drops, what it scales by, and that a seed repeats it.</summary>
public class LayerDropoutTests
{
    private const int Count = 20_000;

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.7)]
    public void RecurrentLayersDropResultsOfTheLayerBelow(double p)
    {
        var rnn = Identity(p);
        var (kept, share) = Kept(rnn.Call(Tensor.Ones(Count / 4, 1, 4)).Output);
        Assert.All(kept, value => Assert.Equal(1 / (1 - p), value, 1e-5));
        AssertShare(1 - p, share);
    }

    [Fact]
    public void TheSeedRepeatsAndEvaluationDropsNothing()
    {
        var rnn = Identity(0.5);
        var x = Tensor.Ones(10, 3, 4);
        Rng.ManualSeed(7);
        var first = rnn.Call(x).Output.ToArray();
        Assert.NotEqual(first, rnn.Call(x).Output.ToArray());
        Rng.ManualSeed(7);
        Assert.Equal(first, rnn.Call(x).Output.ToArray());
        Assert.All(rnn.Predict(x).Output.ToArray(), value => Assert.Equal(1, value));
        Assert.All(rnn.Eval().Call(x).Output.ToArray(), value => Assert.Equal(1, value));
    }

    [Fact]
    public void GradientsPassWhereResultsDo()
    {
        var rnn = Identity(0.5);
        var x = Tensor.Ones(50, 3, 4);
        x.RequiresGrad = true;
        var y = rnn.Call(x).Output;
        y.Sum().Backward();
        Assert.Equal(y.ToArray(), x.Grad!.ToArray());
    }

    [Fact]
    public void AttentionDropsWeights()
    {
        const double p = 0.3;
        var layer = new MultiheadAttention(4, 1, dropout: p);
        var (_, weights) = layer.Call(Tensor.Zeros(200, 1, 4), Tensor.Zeros(100, 1, 4), Tensor.Zeros(100, 1, 4));
        var (kept, share) = Kept(weights);
        Assert.All(kept, value => Assert.Equal(0.01 / (1 - p), value, 1e-6));
        AssertShare(1 - p, share);
    }

    /// <summary>Two layers that pass their input on.</summary>
    private static RNN Identity(double p)
    {
        var rnn = new RNN(4, 4, numLayers: 2, nonlinearity: Nonlinearity.ReLU, bias: false, dropout: p);
        using (Autograd.NoGrad())
        {
            for (var layer = 0; layer < 2; layer++)
            {
                Tensor.Eye(4).AsSpan().CopyTo(rnn.WeightIh(layer).AsWritableSpan());
                rnn.WeightHh(layer).AsWritableSpan().Clear();
            }
        }

        return rnn;
    }

    private static (float[] Values, double Share) Kept(Tensor y)
    {
        var values = y.ToArray();
        var kept = values.Where(value => value != 0).ToArray();
        return (kept, (double)kept.Length / values.Length);
    }

    /// <summary>Five standard deviations of a share of <see cref="Count"/> draws: one test in two million fails by chance.</summary>
    private static void AssertShare(double expected, double actual)
        => Assert.Equal(expected, actual, 5 * Math.Sqrt(expected * (1 - expected) / Count));
}
