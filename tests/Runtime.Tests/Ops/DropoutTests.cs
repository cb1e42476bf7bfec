namespace NnGen.Tests.Ops;

public class DropoutTests
{
    private const int Count = 100_000;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void ZeroesWithItsProbabilityAndKeepsTheMean(double p)
    {
        Rng.ManualSeed(1);
        var y = F.Dropout(Tensor.Ones(Count), p);
        var zeros = y.ToArray().Count(v => v == 0);

        // Six standard deviations of a binomial distribution.
        Assert.InRange(zeros, (Count * p) - (6 * Math.Sqrt(Count * p * (1 - p))), (Count * p) + (6 * Math.Sqrt(Count * p * (1 - p))));
        Assert.All(y.ToArray().Where(v => v != 0), v => Assert.Equal((float)(1 / (1 - p)), v));
    }

    [Fact]
    public void TheGradientHasTheSameMask()
    {
        var x = Tensor.Ones(1001);
        x.RequiresGrad = true;
        var y = F.Dropout(x);
        y.Backward(Tensor.Ones(1001));
        Assert.Equal(y.ToArray(), x.Grad!.ToArray());
    }

    [Fact]
    public void TheSeedReproducesAndCallsDiffer()
    {
        Rng.ManualSeed(5);
        var first = F.Dropout(Tensor.Ones(64)).ToArray();
        var second = F.Dropout(Tensor.Ones(64)).ToArray();
        Rng.ManualSeed(5);
        Assert.Equal(first, F.Dropout(Tensor.Ones(64)).ToArray());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void EvaluationIsTheIdentityAndDrawsNothing()
    {
        Rng.ManualSeed(5);
        var expected = F.Dropout(Tensor.Ones(64)).ToArray();
        Rng.ManualSeed(5);
        Assert.All(F.Dropout(Tensor.Ones(64), training: false).ToArray(), v => Assert.Equal(1, v));
        Assert.Equal(expected, F.Dropout(Tensor.Ones(64)).ToArray());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void TheExtremesAreExact(double p, float expected)
        => Assert.All(F.Dropout(Tensor.Ones(33), p).ToArray(), v => Assert.Equal(expected, v));
}
