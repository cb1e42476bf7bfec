using NnGen.CompilerServices;

namespace NnGen.Tests.Ops;

/// <summary>Arguments that PyTorch refuses are refused, in its words where it has some.</summary>
public class ValidationTests
{
    private static readonly Tensor s_scores = OpSample.Values(1, 4, 5);

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    public void TargetOutOfRange(long target)
    {
        var targets = Tensor<long>.From([0L, 1, target, 2]);
        foreach (var loss in new Func<Tensor>[] { () => F.CrossEntropy(s_scores, targets), () => F.NllLoss(s_scores, targets) })
            Assert.Contains($"Target {target} is out of bounds", Assert.Throws<ArgumentOutOfRangeException>(() => loss()).Message);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void ProbabilitiesOutOfRange(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => F.Dropout(s_scores, p));
        Assert.Throws<ArgumentOutOfRangeException>(() => F.CrossEntropy(s_scores, Tensor<long>.From([0L, 1, 2, 3]), labelSmoothing: p));
    }

    [Fact]
    public void DimOutOfRange()
    {
        Assert.Throws<ShapeException>(() => F.Softmax(s_scores, 2));
        Assert.Throws<ShapeException>(() => s_scores.Sum(-3));
        Assert.Throws<ShapeException>(() => s_scores.Max(2));
        Assert.Throws<ShapeException>(() => s_scores.Transpose(0, 2));
        Assert.Throws<ShapeException>(() => s_scores[4]);
        Assert.Throws<ShapeException>(() => s_scores[0, 0, 0]);
    }

    [Fact]
    public void ShapesThatDoNotFit()
    {
        Assert.Throws<ShapeException>(() => s_scores + OpSample.Values(1, 3));
        Assert.Throws<ShapeException>(() => F.Linear(s_scores, OpSample.Values(1, 3, 4)));
        Assert.Throws<ShapeException>(() => s_scores.MatMul(OpSample.Values(1, 4, 5)));
        Assert.Throws<ShapeException>(() => s_scores.View(3, -1));
        Assert.Throws<ShapeException>(() => F.Cat([s_scores, OpSample.Values(1, 4, 4)]));
        Assert.Throws<ShapeException>(() => F.Stack([s_scores, OpSample.Values(1, 4, 4)]));
        Assert.Throws<ShapeException>(() => F.MseLoss(s_scores, OpSample.Values(1, 4, 1)));
        Assert.Throws<ShapeException>(() => F.CrossEntropy(s_scores, Tensor<long>.From([0L, 1])));
    }

    [Fact]
    public void NoElementsHaveNoMaximum() => Assert.Throws<ArgumentException>(() => Tensor.Zeros(0, 3).Max());

    [Fact]
    public void SpansShorterThanTheDimsSayAreRefused()
        => Assert.Throws<ArgumentException>(() => LinearOp.Forward(new float[6], new float[6], default, new float[3], b: 2, n: 2, k: 3));
}
