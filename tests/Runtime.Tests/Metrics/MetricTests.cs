using System.Globalization;
using NnGen.Metrics;

namespace NnGen.Tests.Metrics;

/// <summary>Metrics give scikit-learn's values (reference/metrics.py), whatever the batches.</summary>
public class MetricTests
{
    private const int Samples = 60;
    private const int Classes = 5;
    private const double Tolerance = 1e-9;

    private static readonly Dictionary<string, double[]> s_reference = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Metrics", "reference", "metrics.txt"))
        .Select(line => line.Split(';'))
        .ToDictionary(parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray());

    private static readonly Tensor s_scores = Tensor.From([.. s_reference["scores"].Select(v => (float)v)]).View(Samples, Classes);
    private static readonly Tensor<long> s_targets = Tensor<long>.From([.. s_reference["targets"].Select(v => (long)v)]);

    [Theory]
    [InlineData(1, "accuracy")]
    [InlineData(2, "top 2")]
    [InlineData(3, "top 3")]
    public void AccuracyOfTheLargestScores(int topK, string name)
    {
        var metric = new Accuracy(topK);
        Assert.True(double.IsNaN(metric.Value));
        foreach (var (scores, targets) in Batches())
            metric.Update(scores, targets);
        Assert.Equal(s_reference[name][0], metric.Value, Tolerance);
        metric.Reset();
        Assert.Equal(0, metric.Count);
    }

    [Fact]
    public void AConfusionMatrixAndWhatIsReadFromIt()
    {
        var matrix = new ConfusionMatrix(Classes);
        foreach (var (scores, targets) in Batches())
            matrix.Update(scores, targets);
        Assert.Equal(s_reference["confusion"], from target in Enumerable.Range(0, Classes) from predicted in Enumerable.Range(0, Classes) select (double)matrix[target, predicted]);
        Assert.Equal(s_reference["accuracy"][0], matrix.Value, Tolerance);
        AssertClose("micro", matrix.Precision(Averaging.Micro), matrix.Recall(Averaging.Micro), matrix.F1(Averaging.Micro));
        AssertClose("macro", matrix.Precision(), matrix.Recall(), matrix.F1());
        AssertClose("weighted", matrix.Precision(Averaging.Weighted), matrix.Recall(Averaging.Weighted), matrix.F1(Averaging.Weighted));
        var labels = Enumerable.Range(0, Classes);
        AssertClose("classes", [.. labels.Select(matrix.Precision), .. labels.Select(matrix.Recall), .. labels.Select(matrix.F1)]);
        matrix.Reset();
        Assert.Equal((0, 0), (matrix.Count, matrix[0, 0]));
    }

    [Theory]
    [InlineData("auroc", false)]
    [InlineData("auroc with ties", true)]
    public void AreaUnderTheCurve(string name, bool areRounded)
    {
        var metric = new Auroc();
        foreach (var (scores, targets) in Batches())
        {
            float[] first = [.. scores[.., 0].ToArray().Select(v => areRounded ? MathF.Round(v * 4) / 4 : v)];
            metric.Update(Tensor.From(first), Tensor<long>.From([.. targets.ToArray().Select(v => v < 2 ? 1L : 0)]));
        }

        Assert.Equal(s_reference[name][0], metric.Value, Tolerance);
        metric.Reset();
        Assert.True(double.IsNaN(metric.Value));
    }

    [Fact]
    public void ErrorsOfNumbers()
    {
        var metric = new RegressionErrors();
        foreach (var (scores, _) in Batches())
            metric.Update(scores[.., 0], scores[.., 1]);
        AssertClose("regression", metric.MeanSquaredError, metric.MeanAbsoluteError, metric.R2);
        Assert.Equal(Math.Sqrt(metric.Value), metric.RootMeanSquaredError);
    }

    [Fact]
    public void R2OfLargeNumbersAndOfConstants()
    {
        var metric = new RegressionErrors();
        metric.Update(Tensor.From([1000001f, 1000002, 1000003]), Tensor.From([1000001f, 1000002, 1000004]));
        Assert.Equal(1 - (1 / (42.0 / 9)), metric.R2, 1e-9);
        metric.Reset();
        metric.Update(Tensor.From([5f, 5]), Tensor.From([5f, 5]));
        Assert.Equal(1, metric.R2);
        metric.Update(Tensor.From([6f]), Tensor.From([5f]));
        Assert.Equal(0, metric.R2);
    }

    [Fact]
    public void PerplexityIgnoresPadding()
    {
        var metric = new Perplexity(ignoreIndex: -1);
        foreach (var (scores, targets) in Batches())
            metric.Update(scores, targets);
        Assert.Equal(s_reference["perplexity"][0], metric.Value, 1e-6);
        metric.Update(Tensor.Full([2, Classes], 50), Tensor<long>.From([-1, -1]));
        Assert.Equal(Samples, metric.Count);
    }

    [Fact]
    public void AMeanOfBatchesCountsSamples()
    {
        var mean = new RunningMean();
        mean.Update(2, count: 3);
        mean.Update(6);
        Assert.Equal((3, 4), (mean.Value, mean.Count));
        mean.Reset();
        Assert.True(double.IsNaN(mean.Value));
    }

    [Fact]
    public void WrongShapesAndClassesAreRefusedAndChangeNothing()
    {
        var accuracy = new Accuracy();
        Assert.Throws<ArgumentException>(() => accuracy.Update(Tensor.Zeros(2, 3), Tensor<long>.From([0])));
        Assert.Contains("The class 3 is out of range: there are 3 classes", Assert.Throws<ArgumentOutOfRangeException>(() => accuracy.Update(Tensor.Zeros(2, 3), Tensor<long>.From([0, 3]))).Message, StringComparison.Ordinal);
        Assert.Equal(0, accuracy.Count);
        var matrix = new ConfusionMatrix(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Update(Tensor<long>.From([0, 1]), Tensor<long>.From([0, -1])));
        Assert.Throws<ArgumentException>(() => matrix.Update(Tensor.Zeros(1, 4), Tensor<long>.From([0])));
        Assert.Equal(0, matrix.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Auroc().Update(Tensor.Zeros(1), Tensor<long>.From([2])));
        Assert.Throws<ArgumentException>(() => new RegressionErrors().Update(Tensor.Zeros(2), Tensor.Zeros(2, 1)));
        Assert.Throws<ArgumentException>(() => new Accuracy(5).Update(Tensor.Zeros(1, 3), Tensor<long>.From([0])));
    }

    private static IEnumerable<(Tensor Scores, Tensor<long> Targets)> Batches()
    {
        for (int start = 0; start < Samples; start += 25)
        {
            int end = Math.Min(Samples, start + 25);
            yield return (s_scores[start..end], s_targets[start..end]);
        }
    }

    private static void AssertClose(string name, params double[] actual)
    {
        Assert.Equal(s_reference[name].Length, actual.Length);
        for (int i = 0; i < actual.Length; i++)
            Assert.Equal(s_reference[name][i], actual[i], Tolerance);
    }
}
