using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NnGen.Optim;

namespace NnGen.Parity.Tests;

/// <summary>
/// The tutorial's script gives the same run here and in PyTorch (reference/mnist_run.py). docs/reproducibility.md says how close the
/// two were when the tolerances were set, and how far PyTorch's own float32 and float64 runs lie apart.
/// </summary>
public class SameRunTests
{
    private static readonly Reference s_sgd = Reference.Read("mnist_sgd.txt");
    private static readonly Reference s_adam = Reference.Read("mnist_adam.txt");

    [Theory]
    [InlineData(StepForm.Backward)]
    [InlineData(StepForm.ValueAndGrad)]
    public void Sgd(StepForm form)
    {
        var run = new TrainingRun(form, parameters => new SGD(parameters, lr: 0.01)).Run();
        AssertSameStart(run, s_sgd);
        for (int epoch = 0; epoch < run.Losses.Count; epoch++)
        {
            double[] differences = Differences(run, s_sgd, epoch);
            Assert.All(differences, d => Assert.InRange(d, 0, 1e-3));
            AssertCorrect(run, s_sgd, epoch, tolerance: 5);
        }
    }

    [Theory]
    [InlineData(StepForm.Backward)]
    [InlineData(StepForm.ValueAndGrad)]
    public void Adam(StepForm form)
    {
        var run = new TrainingRun(form, parameters => new Adam(parameters, lr: 0.001)).Run();
        AssertSameStart(run, s_adam);
        double[] first = Differences(run, s_adam, epoch: 0), second = Differences(run, s_adam, epoch: 1);
        Assert.All(first[..400], d => Assert.InRange(d, 0, 1e-4));
        Assert.InRange(Median(first), 0, 1e-3);
        Assert.InRange(Median(second), 0, 1e-3);
        AssertCorrect(run, s_adam, epoch: 0, tolerance: 30);
        AssertCorrect(run, s_adam, epoch: 1, tolerance: 30);
    }

    [Fact]
    public void BothFormsOfAStepGiveTheSameLosses()
    {
        var backward = new TrainingRun(StepForm.Backward, parameters => new SGD(parameters, lr: 0.01)).Run();
        var valueAndGrad = new TrainingRun(StepForm.ValueAndGrad, parameters => new SGD(parameters, lr: 0.01)).Run();
        Assert.Equal(backward.Losses, valueAndGrad.Losses);
    }

    private static void AssertSameStart(TrainingRun run, Reference reference)
    {
        foreach (var (key, values) in run.Initial)
        {
            Assert.Equal(reference.Numbers($"initial {key} head"), values[..4]);
            byte[] hash = SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan()));
            Assert.Equal(reference.Text($"initial {key} sha256"), Convert.ToHexStringLower(hash));
        }

        for (int epoch = 0; epoch < run.FirstBatches.Count; epoch++)
        {
            int[] indices = reference.Integers($"epoch {epoch + 1} first batch");
            Assert.Equal(MnistData.Train.Gather(indices, CancellationToken.None).Inputs.ToArray(), run.FirstBatches[epoch].ToArray());
        }
    }

    private static void AssertCorrect(TrainingRun run, Reference reference, int epoch, int tolerance)
    {
        int expected = reference.Integers($"epoch {epoch + 1} correct")[0];
        Assert.InRange(run.Correct[epoch], expected - tolerance, expected + tolerance);
    }

    private static double[] Differences(TrainingRun run, Reference reference, int epoch)
    {
        float[] expected = reference.Numbers($"epoch {epoch + 1} losses");
        Assert.Equal(expected.Length, run.Losses[epoch].Count);
        return [.. expected.Zip(run.Losses[epoch], (e, a) => Math.Abs((double)a - e) / e)];
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
