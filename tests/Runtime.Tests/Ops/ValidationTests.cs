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
    public void TargetsOfMarginLossesOutOfRange()
    {
        Assert.Contains("target out of range", Refused(() => F.MultiMarginLoss(s_scores, Tensor<long>.From([0L, 5, 1, 2]))));
        Assert.Contains("target is out of range", Refused(() => F.MultiLabelMarginLoss(s_scores, Tensor<long>.Full([4, 5], 5))));
        Assert.Contains("only p == 1 and p == 2", Refused(() => F.MultiMarginLoss(s_scores, Tensor<long>.Zeros(4), p: 3)));
    }

    [Fact]
    public void AlignmentsOutOfRange()
    {
        var logProbs = F.LogSoftmax(OpSample.Values(1, 6, 2, 4), 2);
        var labels = Tensor<long>.From([1L, 2, 3, 1], 2, 2);
        Tensor Loss(long steps = 6, long length = 2, int blank = 0)
            => F.CtcLoss(logProbs, labels, Tensor<long>.From([6L, steps]), Tensor<long>.From([2L, length]), blank);
        Assert.True(float.IsFinite(Loss().Item()));
        Assert.Contains("at most 6, but got value 7", Refused(() => Loss(steps: 7)));
        Assert.Contains("labels", Refused(() => Loss(length: 3)));
        Assert.Contains("blank must be in label range", Refused(() => Loss(blank: 4)));
    }

    [Fact]
    public void AttentionRefusesWhatDoesNotFit()
    {
        Assert.Contains("divisible by num_heads", Assert.Throws<ArgumentException>(() => new MultiheadAttention(6, 4)).Message);
        var attention = new MultiheadAttention(4, 2);
        var x = OpSample.Values(1, 3, 2, 4);
        Assert.Throws<ShapeException>(() => attention.Forward(x, x, OpSample.Values(1, 2, 2, 4)));
        Assert.Throws<ShapeException>(() => attention.Forward(x, x, x, attnMask: Tensor<bool>.Full([2, 3], true)));
        Assert.Contains("3D attn_mask", Assert.Throws<ArgumentException>(() => attention.Forward(x, x, x, attnMask: Tensor<bool>.Full([3, 3, 3], true))).Message);
        Assert.Contains("is_causal", Assert.Throws<ArgumentException>(() => attention.Forward(x, x, x, isCausal: true)).Message);
    }

    [Fact]
    public void BagsOutOfRange()
    {
        var vectors = OpSample.Values(1, 5, 3);
        var list = Tensor<long>.From([0L, 4, 2]);
        var factors = Tensor.Ones(3);
        Assert.Contains("index out of range", Refused(() => F.EmbeddingBag(Tensor<long>.From([0L, 5], 1, 2), vectors)));
        Assert.Contains("offsets[0] has to be 0", Refused(() => F.EmbeddingBag(list, vectors, Tensor<long>.From([1L]))));
        Assert.Contains("can not be greater", Refused(() => F.EmbeddingBag(list, vectors, Tensor<long>.From([0L, 4]))));
        Assert.Contains("only supported for mode='sum'", Assert.Throws<ArgumentException>(() => F.EmbeddingBag(list, vectors, Tensor<long>.From([0L]), perSampleWeights: factors)).Message);
        Assert.Throws<ArgumentException>(() => F.EmbeddingBag(list, vectors));
    }

    [Fact]
    public void ReductionThatALossDoesNotHave()
    {
        var target = Tensor.Zeros(4, 5);
        Assert.Contains("not a valid value for reduction", Refused(() => F.HuberLoss(s_scores, target, Reduction.BatchMean)));
        Assert.Contains("not a valid value for reduction", Refused(() => F.CrossEntropy(s_scores, Tensor<long>.Zeros(4), reduction: (Reduction)7)));
        Assert.Contains("not a valid value for reduction", Refused(() => F.KlDiv(s_scores, target, (Reduction)4)));
    }

    [Fact]
    public void ValuesThatALossRefuses()
    {
        var target = Tensor.Zeros(4, 5);
        Assert.Contains("between 0 and 1", Assert.Throws<ArgumentException>(() => F.BinaryCrossEntropy(s_scores, target)).Message);
        Assert.Contains("negative entry", Assert.Throws<ArgumentException>(() => F.GaussianNllLoss(s_scores, target, s_scores)).Message);
        Assert.Contains("negative values for beta", Assert.Throws<ArgumentException>(() => F.SmoothL1Loss(s_scores, target, beta: -1)).Message);
        Assert.Contains("non-positive values for delta", Assert.Throws<ArgumentException>(() => F.HuberLoss(s_scores, target, delta: 0)).Message);
        Assert.Contains("same dimension", Assert.Throws<ArgumentException>(() => F.MarginRankingLoss(s_scores, s_scores, Tensor.Ones(5))).Message);
    }

    [Fact]
    public void NoElementsHaveNoMaximum() => Assert.Throws<ArgumentException>(() => Tensor.Zeros(0, 3).Max());

    private static string Refused(Func<Tensor> loss) => Assert.Throws<ArgumentOutOfRangeException>(loss).Message;

    [Fact]
    public void SpansShorterThanTheDimsSayAreRefused()
        => Assert.Throws<ArgumentException>(() => LinearOp.Forward(new float[6], new float[6], default, new float[3], b: 2, n: 2, k: 3));
}
