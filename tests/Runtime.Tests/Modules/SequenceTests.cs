using NnGen.Tests.Modules.Compiled;
using NnGen.Tests.Ops;

namespace NnGen.Tests.Modules;

/// <summary>Recurrent layers, normalization, embedding and attention inside compiled modules and by themselves.</summary>
public class SequenceTests
{
    private static readonly Tensor<long> s_text = Tensor<long>.From([2L, 0, 4, 1, 2, 2], 2, 3);

    [Fact]
    public void TextModel() => Agree(
        new CharacterModel(5, 7),
        [OpSample.Values(2, 2, 2, 7), OpSample.Values(3, 2, 2, 7)],
        (model, x) => Three(model.Call(s_text, x[0], x[1])),
        (model, x) => Three(model.Forward(s_text, x[0], x[1])));

    [Fact]
    public void Classifier() => Agree(
        new SequenceClassifier(4, 3), [OpSample.Values(1, 6, 2, 4)], (model, x) => [model.Call(x[0])], (model, x) => [model.Forward(x[0])]);

    [Fact]
    public void CellsWithPairsOfStates()
        => Agree(new TwoSteps(), [OpSample.Values(1, 2, 3)], (model, x) => [model.Call(x[0])], (model, x) => [model.Forward(x[0])]);

    [Fact]
    public void AttentionWithoutMask()
        => Agree(new SelfAttention(6), [OpSample.Values(1, 2, 5, 6)], (model, x) => [model.Call(x[0])], (model, x) => [model.Forward(x[0])]);

    [Fact]
    public void AttentionWithMask() => Agree(
        new SelfAttention(6),
        [OpSample.Values(1, 2, 5, 6), OpSample.Values(2, 2, 1, 5)],
        (model, x) => [model.Call(x[0], x[1])],
        (model, x) => [model.Forward(x[0], x[1])]);

    [Fact]
    public void Upsampling()
        => Agree(new Enlarged(), [OpSample.Values(1, 2, 3, 3, 4)], (model, x) => [model.Call(x[0])], (model, x) => [model.Forward(x[0])]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DropoutBetweenLayers(bool training)
    {
        var model = new LSTM(3, 4, numLayers: 3, dropout: 0.5, bidirectional: true, projSize: 2).Train(training);
        Agree(
            model,
            [OpSample.Values(1, 5, 2, 3), OpSample.Values(2, 6, 2, 2), OpSample.Values(3, 6, 2, 4)],
            (m, x) => m.Call(x[0], (x[1], x[2])) is var (y, (h, c)) ? [y, h, c] : [],
            (m, x) => m.Forward(x[0], (x[1], x[2])) is var (y, (h, c)) ? [y, h, c] : []);
        var x = OpSample.Values(1, 5, 2, 3);
        var calls = new[] { model.Call(x).Output.ToArray(), model.Call(x).Output.ToArray() };
        Assert.Equal(!training, calls[0].SequenceEqual(calls[1]));
        Assert.Equal(model.Eval().Call(x).Output.ToArray(), model.Train().Predict(x).Output.ToArray());
    }

    [Fact]
    public void FrozenWeightsReceiveNoGradient()
    {
        var model = new GRU(3, 4);
        model.WeightHh(0).RequiresGrad = false;
        model.Call(OpSample.Values(1, 5, 2, 3)).Output.Sum().Backward();
        Assert.Null(model.WeightHh(0).Grad);
        Assert.NotNull(model.WeightIh(0).Grad);
        Assert.NotNull(model.BiasHh(0)!.Grad);
    }

    [Fact]
    public void ChangedWeightsAreRefusedInTheBackwardPass()
    {
        var model = new RNN(3, 4);
        var y = model.Call(OpSample.Values(1, 5, 2, 3)).Output;
        model.WeightHh(0).AsWritableSpan()[0] = 1;
        Assert.Throws<AutogradException>(() => y.Backward(Tensor.Ones(5, 2, 4)));
    }

    [Fact]
    public void BadArguments()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LSTM(3, 4, projSize: 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GRU(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GRU(3, 4, numLayers: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GRU(3, 4, dropout: 1.5));
        Assert.Throws<ArgumentException>(() => new RNN(3, 4, nonlinearity: Nonlinearity.Sigmoid));
        Assert.Throws<ArgumentException>(() => new RNNCell(3, 4, nonlinearity: Nonlinearity.Linear));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Embedding(3, 4, paddingIdx: 3));
        Assert.Throws<ArgumentException>(() => new LSTM(3, 4).WeightIh(0, reverse: true));
        Assert.Throws<ShapeException>(() => new LSTM(3, 4).Call(Tensor.Ones(5, 2, 4)));
        Assert.Throws<ShapeException>(() => new LSTM(3, 4).Forward(Tensor.Ones(3)));
        Assert.Throws<ShapeException>(() => new GRU(3, 4).Call(Tensor.Ones(5, 2, 3), Tensor.Ones(2, 2, 4)));
        Assert.Throws<ArgumentException>(() => new GRU(3, 4).Forward(Tensor.Ones(0, 2, 3)));
        Assert.Throws<ShapeException>(() => new LSTMCell(3, 4).Call(Tensor.Ones(2, 5)));
        Assert.Throws<ShapeException>(() => new LayerNorm((3, 4)).Call(Tensor.Ones(2, 4, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Embedding(3, 4).Call(Tensor<long>.From([3L])));
        Assert.Throws<ShapeException>(() => F.Interpolate(Tensor.Ones(1, 2, 3)));
        Assert.Throws<ArgumentException>(() => F.Interpolate(Tensor.Ones(1, 2, 3), 4, 2));
        Assert.Throws<ArgumentException>(() => F.Interpolate(Tensor.Ones(1, 2, 3, 4), (4, 2, 1)));
        var q = Tensor.Ones(2, 3, 4);
        Assert.Throws<ShapeException>(() => F.ScaledDotProductAttention(q, q, Tensor.Ones(2, 4, 4)));
        Assert.Throws<ArgumentException>(() => F.ScaledDotProductAttention(q, q, q, Tensor.Ones(3, 3), isCausal: true));
    }

    /// <summary>Results and gradients through the compiled entry are those of the op-by-op run.</summary>
    private static void Agree<TModule>(
        TModule model, Tensor[] inputs, Func<TModule, Tensor[], Tensor[]> call, Func<TModule, Tensor[], Tensor[]> forward)
        where TModule : Module
    {
        var (results, gradients) = Run(call);
        var (expected, expectedGradients) = Run(forward);
        for (var i = 0; i < expected.Length; i++)
            Reference.CheckClose(expected[i], results[i]);
        for (var i = 0; i < expectedGradients.Length; i++)
            Reference.CheckClose(expectedGradients[i], gradients[i]);

        (float[][] Results, float[][] Gradients) Run(Func<TModule, Tensor[], Tensor[]> entry)
        {
            Rng.ManualSeed(5);
            model.ZeroGrad();
            var leaves = GradientCheck.Leaves(inputs, _ => true);
            var results = entry(model, leaves);
            Autograd.Backward(results, [.. results.Select(r => OpSample.Values(7, r.Shape.ToArray()))]);
            return ([.. results.Select(r => r.ToArray())], [.. leaves.Concat(model.Parameters()).Select(leaf => leaf.Grad!.ToArray())]);
        }
    }

    private static Tensor[] Three((Tensor First, Tensor Second, Tensor Third) results) => [results.First, results.Second, results.Third];
}
