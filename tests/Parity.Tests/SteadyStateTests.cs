using NnGen.Optim;

namespace NnGen.Parity.Tests;

public class SteadyStateTests
{
    [Fact]
    public void ATrainingStepAllocatesNothing()
    {
        var model = new MnistClassifier();
        var step = new Classification(model);
        var optimizer = new Adam(model.Parameters());
        var (images, labels) = MnistData.Train.Gather([.. Enumerable.Range(0, 64)], CancellationToken.None);
        Assert.Equal(0, NnGen.Tests.Allocations.InSteadyState(Step));

        void Step()
        {
            optimizer.ZeroGrad();
            step.ValueAndGrad(images, labels);
            optimizer.Step();
        }
    }
}
