using NnGen.Optim;

namespace NnGen.Parity.Tests;

public class SteadyStateTests
{
    private const int Steps = 1000;

    [Fact]
    public void ATrainingStepAllocatesNothing()
    {
        var model = new MnistClassifier();
        var step = new Classification(model);
        var optimizer = new Adam(model.Parameters());
        var (images, labels) = MnistData.Train.Gather([.. Enumerable.Range(0, 64)], CancellationToken.None);
        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Steps; i++)
            Step();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step()
        {
            optimizer.ZeroGrad();
            step.ValueAndGrad(images, labels);
            optimizer.Step();
        }
    }
}
