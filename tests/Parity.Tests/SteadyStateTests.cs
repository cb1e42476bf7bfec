using NnGen.Optim;

namespace NnGen.Parity.Tests;

/// <summary>Attention in several heads, whose projections are picked by their index.</summary>
[Module]
public partial class Heads(int embd, int heads)
{
    private readonly Linear project = new(embd, 3 * embd);

    public Tensor Forward([Shape("N, T, embd")] Tensor x)
    {
        var (n, t, c) = x.Shape;
        var qkv = project.Forward(x).View(n, t, 3, heads, c / heads).Permute(2, 0, 3, 1, 4);
        return F.ScaledDotProductAttention(qkv[0], qkv[1], qkv[2, .., .., ..t], isCausal: true).Mean();
    }
}

public class SteadyStateTests
{
    [Fact]
    public void ListsOfDimsAllocateNothing()
    {
        var heads = new Heads(16, 4);
        var x = Tensor.Randn(2, 8, 16);
        Assert.Equal(0, NnGen.Tests.Allocations.InSteadyState(Step));

        void Step()
        {
            heads.ZeroGrad();
            heads.ValueAndGrad(x);
        }
    }

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
