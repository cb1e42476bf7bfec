using System.Text.Json;
using NnGen.Optim;
using NnGen.Tests.Modules.Compiled;

namespace NnGen.Tests.Modules;

/// <summary>Lazy layers: values and prints are PyTorch's (reference/lazy.py); what may stand before the first call and what not.</summary>
public class LazyLayerTests
{
    private static readonly JsonDocument s_reference =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Modules", "reference", "lazy.json")));

    private static readonly Dictionary<string, Func<Module>> s_layers = new()
    {
        ["LazyLinear"] = () => new LazyLinear(3),
        ["LazyLinear no bias"] = () => new LazyLinear(3, bias: false),
        ["LazyConv1d"] = () => new LazyConv1d(4, 3, padding: 1),
        ["LazyConv1d no batch"] = () => new LazyConv1d(4, 2),
        ["LazyConv2d"] = () => new LazyConv2d(4, (2, 3), stride: 2, groups: 2),
        ["LazyConv3d"] = () => new LazyConv3d(2, 2, bias: false),
        ["LazyConvTranspose1d"] = () => new LazyConvTranspose1d(4, 3),
        ["LazyConvTranspose2d"] = () => new LazyConvTranspose2d(4, 3, stride: 2, outputPadding: 1, groups: 2),
        ["LazyConvTranspose3d"] = () => new LazyConvTranspose3d(2, 2),
        ["LazyBatchNorm1d"] = () => new LazyBatchNorm1d(),
        ["LazyBatchNorm2d"] = () => new LazyBatchNorm2d(momentum: null, eps: 0.1),
        ["LazyBatchNorm3d"] = () => new LazyBatchNorm3d(affine: false),
        ["LazyInstanceNorm1d"] = () => new LazyInstanceNorm1d(affine: true),
        ["LazyInstanceNorm2d"] = () => new LazyInstanceNorm2d(affine: true, trackRunningStats: true),
        ["LazyInstanceNorm3d"] = () => new LazyInstanceNorm3d(),
    };

    public static TheoryData<string> Names => [.. s_reference.RootElement.EnumerateObject().Select(layer => layer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheFirstCallIsPyTorchs(string name)
    {
        var expected = s_reference.RootElement.GetProperty(name);
        Rng.ManualSeed(11);
        var layer = s_layers[name]();
        Assert.Equal(expected.GetProperty("lazy").GetString(), layer.ToString());
        Shape shape = expected.GetProperty("input").EnumerateArray().Select(dim => dim.GetInt32()).ToArray();
        var y = ((IModule<Tensor, Tensor>)layer).Call((Tensor.Arange(shape.Count) / 8).Reshape(shape));
        Assert.Equal(expected.GetProperty("output").EnumerateArray().Select(dim => dim.GetInt32()), y.Shape.ToArray());
        Assert.Equal(expected.GetProperty("printed").GetString(), layer.ToString());
        Assert.Equal(expected.GetProperty("next").GetSingle(), Tensor.Rand(1).Item());
        var state = layer.StateDict();
        Assert.Equal(expected.GetProperty("state").EnumerateObject().Select(tensor => tensor.Name), state.Keys);
        foreach (var tensor in expected.GetProperty("state").EnumerateObject())
        {
            Assert.Equal(tensor.Value.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32()), state[tensor.Name].Shape.ToArray());
            foreach (var (theirs, ours) in tensor.Value.GetProperty("data").EnumerateArray().Zip(Numbers(state[tensor.Name])))
                Assert.Equal(theirs.GetSingle(), ours, 1e-6f);
        }
    }

    [Fact]
    public void ModulesTrainWithAnOptimizerMadeBefore()
    {
        Rng.ManualSeed(3);
        var lazy = new LazyNet();
        var optimizer = new SGD(lazy.Parameters(), lr: 0.1);
        Assert.Throws<InvalidOperationException>(optimizer.Step);
        Assert.False(lazy.First.Weight!.IsInitialized);
        var weight = lazy.First.Weight;
        var x = Tensor.Randn(5, 4);
        for (var i = 0; i < 3; i++)
        {
            lazy.Call(x).Sum().Backward();
            optimizer.Step();
            optimizer.ZeroGrad();
        }

        Assert.Same(weight, lazy.First.Weight);
        Assert.Equal([3, 4], weight.Shape.ToArray());

        // The same with sizes given: the seeds' order is that of the first call, after the input.
        Rng.ManualSeed(3);
        x = Tensor.Randn(5, 4);
        var whole = new Sequential(new Linear(4, 3), new BatchNorm1d(3), new ReLU(), new Linear(3, 2));
        var other = new SGD(whole.Parameters(), lr: 0.1);
        for (var i = 0; i < 3; i++)
        {
            whole.Call(x).Sum().Backward();
            other.Step();
            other.ZeroGrad();
        }

        foreach (var (ours, theirs) in lazy.Parameters().Zip(whole.Parameters()))
            AssertClose(theirs, ours);
        AssertClose((Tensor)whole.StateDict()["1.running_mean"], (Tensor)lazy.StateDict()["norm.running_mean"]);
    }

    [Fact]
    public void FrozenAndEvaluatedBefore()
    {
        var lazy = new LazyNet().Eval();
        lazy.First.RequiresGrad = false;
        lazy.Call(Tensor.Randn(5, 4)).Sum().Backward();
        Assert.Null(lazy.First.Weight!.Grad);
        Assert.NotNull(lazy.Norm.Weight!.Grad);
        Assert.Equal([0, 0, 0], ((Tensor)lazy.StateDict()["norm.running_mean"]).ToArray());
        Assert.False(lazy.Norm.Layer!.Training);
    }

    [Fact]
    public void AStateGivesSizesAndValues()
    {
        var trained = new LazyNet();
        var x = Tensor.Randn(5, 4);
        trained.Call(x);
        var loaded = new LazyNet();
        loaded.LoadStateDict(trained.StateDict());
        Assert.True(loaded.First.Weight!.IsInitialized);
        AssertClose(trained.Predict(x), loaded.Predict(x));
    }

    [Fact]
    public void AStateThatDoesNotFitChangesNothing()
    {
        var trained = new LazyNet();
        trained.Call(Tensor.Randn(5, 4));
        var state = trained.StateDict();
        state["second.bias"] = Tensor.Zeros(7);
        var loaded = new LazyNet();
        Assert.Contains("second.bias", Assert.Throws<StateDictException>(() => loaded.LoadStateDict(state)).Message);
        Assert.False(loaded.First.Weight!.IsInitialized);
        Assert.Equal([5, 2], loaded.Call(Tensor.Randn(5, 9)).Shape.ToArray());
    }

    [Fact]
    public void WhatHasNoValuesIsNotSaved()
    {
        Assert.Contains("first", Assert.Throws<InvalidOperationException>(() => new LazyNet().StateDict()).Message);
        Assert.Equal("<UninitializedParameter>", new LazyLinear(2).Weight!.ToString());
    }

    [Fact]
    public void InputsAreChecked()
    {
        Assert.Contains("LazyConv2d", Assert.Throws<ShapeException>(() => new LazyConv2d(4, 3).Call(Tensor.Zeros(3, 4))).Message);
        Assert.Contains("LazyBatchNorm2d", Assert.Throws<ShapeException>(() => new LazyBatchNorm2d().Call(Tensor.Zeros(3, 4, 5))).Message);
        var lazy = new LazyLinear(2);
        lazy.Call(Tensor.Zeros(3, 4));
        Assert.Throws<ShapeException>(() => lazy.Call(Tensor.Zeros(3, 5)));
    }

    private static float[] Numbers(TensorBase tensor) => tensor is Tensor<long> numbers ? [.. numbers.ToArray().Select(value => (float)value)] : ((Tensor)tensor).ToArray();

    private static void AssertClose(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        foreach (var (e, a) in expected.ToArray().Zip(actual.ToArray()))
            Assert.Equal(e, a, 1e-5f);
    }
}
