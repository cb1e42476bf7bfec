using NnGen.Optim;
using NnGen.Tests.Modules.Compiled;

namespace NnGen.Tests.Modules;

/// <summary>Batch norms that <c>Predict</c> takes into the convolution before them.</summary>
public class FoldedNormTests
{
    public static TheoryData<Func<Module>, int[]> Networks => new()
    {
        { () => new NormedConvolutions(), [2, 3, 9, 8] },
        { () => new NormedLists(), [2, 4, 6, 6] },
        { () => new NormedSequences(), [3, 2, 10] },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Predict_follows_what_is_written_to_either_layer(Func<Module> create, int[] shape)
    {
        var network = create();
        var compiled = (IModule<Tensor, Tensor>)network;
        var x = Tensor.Randn(shape);
        Check(network, compiled, x);

        network.Train();
        compiled.Call(x);
        Check(network, compiled, x);

        network.Train();
        var optimizer = new SGD(network.Parameters(), lr: 0.1);
        compiled.Call(x).Square().Mean().Backward();
        optimizer.Step();
        Check(network, compiled, x);

        var other = create();
        ((IModule<Tensor, Tensor>)other).Call(x);
        network.LoadStateDict(other.StateDict());
        Check(network, compiled, x);
    }

    [Fact]
    public void What_else_reads_the_convolution_is_computed_as_before()
    {
        var network = new NormedAndPlain();
        var x = Tensor.Randn(2, 3, 5, 5);
        network.Call(x);
        Check(network, network, x);
        network.Norm.Eps = 0.5;
        Check(network, network, x);
    }

    [Fact]
    public void Without_running_statistics_nothing_is_taken_in()
    {
        var network = new NormedByBatch();
        var x = Tensor.Randn(4, 3, 5, 5);
        Check(network, network, x);
        Assert.Null(network.Convolution.Weight.Folded);
    }

    [Fact]
    public void A_sample_without_a_batch_is_normalized_along_its_own_dim()
    {
        // Three channels and three rows: the norm takes the rows.
        var network = new NormedRows();
        var x = Tensor.Randn(2, 3, 4);
        network.Norm.RunningMean!.CopyFrom(Tensor.From([1f, 2, 3]));
        Check(network, network, x);
        Assert.Null(network.Convolution.Weight.Folded);
    }

    [Fact]
    public void Nothing_is_kept_of_what_somebody_holds_for_writing()
    {
        var network = new NormedConvolutions();
        var x = Tensor.Randn(1, 3, 8, 8);
        network.Predict(x);
        var weights = network.First.Weight.AsWritableSpan();
        Check(network, network, x);
        weights[0] = 5;
        Check(network, network, x);
    }

    [Fact]
    public void Weights_are_taken_in_once()
    {
        var network = new NormedConvolutions();
        var x = Tensor.Randn(1, 3, 8, 8);
        var result = new float[network.Predict(x).Count];
        network.Predict(x, result);
        var folded = network.First.Weight.Folded;
        Assert.NotNull(folded);
        var before = GC.GetAllocatedBytesForCurrentThread();
        network.Predict(x, result);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(folded, network.First.Weight.Folded);
    }

    private static void Check(Module network, IModule<Tensor, Tensor> compiled, Tensor x)
    {
        var wasTraining = network.Training;
        network.Eval();
        using (Autograd.NoGrad())
        {
            var expected = compiled.Call(x).ToArray();
            var actual = compiled.Predict(x).ToArray();
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 2e-5f * Math.Max(1, Math.Abs(pair.First))));
        }

        network.Train(wasTraining);
    }
}
