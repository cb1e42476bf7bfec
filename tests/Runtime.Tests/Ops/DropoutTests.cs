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

    [Fact]
    public void WholeChannelsAreDropped()
    {
        Rng.ManualSeed(1);
        var channels = new (string Name, Tensor Y, int Length)[]
        {
            ("1d", F.Dropout1d(Tensor.Ones(100, 100, 3), 0.3), 3),
            ("1d, no batch", F.Dropout1d(Tensor.Ones(10_000, 3), 0.3), 3),
            ("2d", F.Dropout2d(Tensor.Ones(100, 100, 2, 3), 0.3), 6),
            ("3d", F.Dropout3d(Tensor.Ones(100, 100, 2, 1, 3), 0.3), 6),
        };
        foreach (var (name, y, length) in channels)
        {
            var rows = y.ToArray().Chunk(length).ToArray();
            Assert.All(rows, row => Assert.Single(row.Distinct()));
            AssertShare(rows.Count(row => row[0] == 0), rows.Length, 0.3, name);
        }
    }

    /// <summary>Of normal numbers: six standard deviations of the mean of as many numbers, and of their mean square.</summary>
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void AlphaDropoutKeepsMeanAndVariance(double p)
    {
        Rng.ManualSeed(1);
        var y = F.AlphaDropout(Tensor.Randn(Count), p, training: true).ToArray();
        Assert.InRange(y.Average(), -6 / Math.Sqrt(Count), 6 / Math.Sqrt(Count));

        // A mixture of normal numbers and one value has at most the kurtosis that 6 allows for here.
        Assert.InRange(y.Average(v => v * v), 1 - (6 * Math.Sqrt(6.0 / Count)), 1 + (6 * Math.Sqrt(6.0 / Count)));
    }

    [Fact]
    public void SlopesOfRReluAreUniform()
    {
        Rng.ManualSeed(1);
        var slopes = F.Rrelu(-Tensor.Ones(Count), 0.1, 0.9, training: true).ToArray().Select(v => -v).ToArray();
        Assert.InRange(slopes.Min(), 0.1f, 0.11f);
        Assert.InRange(slopes.Max(), 0.89f, 0.9f);
        Assert.InRange(slopes.Average(), 0.5 - (6 * 0.8 / Math.Sqrt(12.0 * Count)), 0.5 + (6 * 0.8 / Math.Sqrt(12.0 * Count)));
        Assert.All(F.Rrelu(-Tensor.Ones(4), 0.1, 0.9).ToArray(), v => Assert.Equal(-0.5f, v));
    }

    private static void AssertShare(int found, int count, double p, string what)
    {
        var distance = 6 * Math.Sqrt(count * p * (1 - p));
        Assert.True(Math.Abs(found - (count * p)) <= distance, $"{what}: {found} of {count}");
    }
}
