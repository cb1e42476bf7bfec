namespace NnGen.Tests.Ops;

/// <summary>Samples of the Gumbel-softmax distribution.</summary>
public class GumbelSoftmaxTests
{
    [Fact]
    public void Soft_samples_are_probabilities()
    {
        var samples = F.GumbelSoftmax(Tensor.Randn(5, 4), tau: 0.5);
        Assert.All(samples.Sum(-1).ToArray(), sum => Assert.Equal(1, sum, 1e-5f));
    }

    [Fact]
    public void Hard_samples_are_one_hot_with_the_gradient_of_soft_ones()
    {
        var logits = Tensor.Randn(6, 4);
        logits.RequiresGrad = true;
        Rng.ManualSeed(3);
        var hard = F.GumbelSoftmax(logits, hard: true);
        Assert.All(hard.ToArray(), value => Assert.True(value is 0 or 1));
        Assert.All(hard.Sum(-1).ToArray(), sum => Assert.Equal(1, sum));
        var weights = Tensor.Randn(6, 4);
        (hard * weights).Sum().Backward();
        var gradient = logits.Grad!.ToArray();
        logits.Grad = null;
        Rng.ManualSeed(3);
        (F.GumbelSoftmax(logits) * weights).Sum().Backward();
        Assert.Equal(gradient, logits.Grad!.ToArray());
    }

    /// <summary>
    /// The largest of logits with Gumbel noise falls on each class with its probability. Bound: five deviations of the frequency.
    /// </summary>
    [Fact]
    public void Classes_are_drawn_with_their_probabilities()
    {
        const int Count = 20000;
        float[] probabilities = [0.1f, 0.2f, 0.7f];
        var samples = F.GumbelSoftmax(Tensor.From(probabilities).Log().Expand(Count, 3), hard: true).Mean(0).ToArray();
        for (var i = 0; i < samples.Length; i++)
            Assert.Equal(probabilities[i], samples[i], 5 * MathF.Sqrt(probabilities[i] * (1 - probabilities[i]) / Count));
    }
}
