using NnGen.Tests.Modules.Compiled;

namespace NnGen.Tests.Modules;

public class LayerTests
{
    [Fact]
    public void PrintAsInPyTorch()
    {
        var model = new Sequential(
            new Sequential(), new Flatten(), new Dropout(0.1), new Identity(), new Linear(3, 2, bias: false), new Tanh());
        var text = model.ToString().Replace("(0): Sequential()", "(0): " + new Classifier().ToString().Replace("\n", "\n  "));
        Assert.Equal(Reference.Printed, text);
    }

    [Theory]
    [InlineData(0.1f, "0.1")]
    [InlineData(0.1, "0.1")]
    [InlineData(1, "1.0")]
    [InlineData(1e-5, "1e-05")]
    [InlineData(1e-12f, "1e-12")]
    public void NumbersAreWrittenAsInPython(double value, string expected) => Assert.Equal(expected, TorchText.Number(value));

    [Fact]
    public void LinearDrawsItsWeightThenItsBias()
    {
        Rng.ManualSeed(7);
        var layer = new Linear(784, 128);
        Rng.ManualSeed(7);
        var bound = (float)(1 / Math.Sqrt(784));
        Assert.Equal(Init.Uniform_(Tensor.Empty(128, 784), -bound, bound).ToArray(), layer.Weight.ToArray());
        Assert.Equal(Init.Uniform_(Tensor.Empty(128), -bound, bound).ToArray(), layer.Bias!.ToArray());
        Assert.Null(new Linear(2, 3, bias: false).Bias);
    }

    [Fact]
    public void DropoutDropsInTrainingOnlyAndReadsItsProbabilityAtEachCall()
    {
        var layer = new Dropout();
        var x = Tensor.Ones(1000);
        Assert.Equal(500, layer.Call(x).ToArray().Count(value => value == 0), 100.0);
        Assert.All(layer.Call(x).ToArray(), value => Assert.True(value is 0 or 2));
        layer.P = 0.75;
        Assert.All(layer.Call(x).ToArray(), value => Assert.True(value is 0 or 4));
        Assert.Equal(x.ToArray(), layer.Predict(x).ToArray());
        Assert.Equal(x.ToArray(), layer.Eval().Call(x).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(1.5));
    }

    [Fact]
    public void DropoutReplaysItsMaskInTheBackwardPass()
    {
        var layer = new Dropout();
        var x = Tensor.Ones(1000);
        x.RequiresGrad = true;
        var y = layer.Call(x);
        layer.Call(x);
        y.Backward(Tensor.Ones(1000));
        Assert.Equal(y.ToArray(), x.Grad!.ToArray());
    }

    [Fact]
    public void DropoutGivesTheSameInCallAndForward()
    {
        var layer = new Dropout(0.3);
        var x = Tensor.Ones(1000);
        Rng.ManualSeed(1);
        var expected = layer.Forward(x).ToArray();
        Rng.ManualSeed(1);
        Assert.Equal(expected, layer.Call(x).ToArray());
    }

    [Fact]
    public void ModesReachLayersInsideContainersAndOneCanBeFrozenAlone()
    {
        var model = new Regularized();
        var x = Tensor.Ones(16, 6);
        var expected = model.Predict(x).ToArray();
        Assert.NotEqual(expected, model.Call(x).ToArray());
        model.Dropout.Eval();
        Assert.True(model.Training);
        Assert.Equal(expected, model.Call(x).ToArray());
        model.Train();
        Assert.NotEqual(expected, model.Call(x).ToArray());
        Assert.Same(model, model.Eval());
        Assert.Equal(expected, model.Call(x).ToArray());
    }

    [Fact]
    public void SequentialAsMemberTrains()
    {
        var model = new Regularized();
        model.Call(Tensor.Ones(16, 6)).Backward(Tensor.Ones(16, 2));
        Assert.Equal(["stem.0.weight", "stem.0.bias", "head.weight", "head.bias"], model.NamedParameters().Select(named => named.Name));
        Assert.All(model.Parameters(), parameter => Assert.NotNull(parameter.Grad));
    }

    [Fact]
    public void FlattenIsAView()
    {
        Assert.Equal([2, 12], new Flatten().Call(Tensor.Ones(2, 3, 4)).Shape.ToArray());
        Assert.Equal([6, 4], new Flatten(0, 1).Predict(Tensor.Ones(2, 3, 4)).Shape.ToArray());
        var x = Tensor.Rand(2, 3);
        Assert.Equal(x.ToArray(), new Identity().Call(x).ToArray());
    }

    [Fact]
    public void CrossEntropyOfClassesAndOfProbabilitiesAgree()
    {
        var criterion = new CrossEntropyLoss(labelSmoothing: 0.1);
        var scores = Tensor.From([1, 2, 3, 0, -1, 5], 2, 3);
        var classes = criterion.Call(scores, Tensor<long>.From([2, 0]));
        var probabilities = criterion.Call(scores, Tensor.From([0, 0, 1, 1, 0, 0], 2, 3));
        Assert.Equal(classes.Item(), probabilities.Item(), 1e-5f);
        var logProbabilities = F.LogSoftmax(scores, 1);
        Assert.Equal(
            new CrossEntropyLoss().Call(scores, Tensor<long>.From([2, 0])).Item(),
            new NLLLoss().Call(logProbabilities, Tensor<long>.From([2, 0])).Item(),
            1e-5f);
    }

    [Fact]
    public void WeightOfALossIsPartOfItsState()
        => Assert.Equal(["weight"], new CrossEntropyLoss(Tensor.Ones(3)).StateDict().Keys);
}
