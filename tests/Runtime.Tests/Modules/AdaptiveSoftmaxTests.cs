using System.Text.Json;

namespace NnGen.Tests.Modules;

/// <summary>AdaptiveLogSoftmaxWithLoss against PyTorch: reference/adaptive_softmax.json, written by adaptive_softmax.py.</summary>
public class AdaptiveSoftmaxTests
{
    private static readonly JsonDocument s_document =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Modules", "reference", "adaptive_softmax.json")));

    [Theory]
    [InlineData("all", false)]
    [InlineData("bias", true)]
    [InlineData("frequent", false)]
    [InlineData("single", false)]
    public void Outputs_gradients_and_predictions_are_PyTorchs(string name, bool headBias)
    {
        var expected = s_document.RootElement.GetProperty(name);
        Rng.ManualSeed(5);
        var module = new AdaptiveLogSoftmaxWithLoss(8, 12, [3, 7], headBias ? 2 : 4, headBias);
        var state = expected.GetProperty("state").EnumerateObject().ToArray();
        Assert.Equal(state.Select(tensor => tensor.Name), module.StateDict().Keys);
        foreach (var tensor in state)
            CheckClose(tensor.Value, (Tensor)module.StateDict()[tensor.Name]);

        var x = Read(expected.GetProperty("inputs").GetProperty("x"));
        x.RequiresGrad = true;
        var (output, loss) = module.Call(x, Read(expected.GetProperty("inputs").GetProperty("target")).Long());
        CheckClose(expected.GetProperty("output"), output);
        Assert.Equal(expected.GetProperty("losses")[0].GetSingle(), loss.Item(), 1e-5f);
        ((output.Sum() * 0.5f) + loss).Backward();
        foreach (var (key, parameter) in module.NamedParameters())
            CheckClose(expected.GetProperty("gradients").GetProperty(key), parameter.Grad ?? Tensor.ZerosLike(parameter));
        CheckClose(expected.GetProperty("gradients").GetProperty("x"), x.Grad!);

        var rows = x.Detach().View(-1, 8);
        CheckClose(expected.GetProperty("log_prob"), module.LogProb(rows));
        Assert.Equal(expected.GetProperty("predict").EnumerateArray().Select(label => label.GetInt64()), module.Predict(rows).ToArray());
    }

    [Fact]
    public void Mistakes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new AdaptiveLogSoftmaxWithLoss(4, 10, [5, 3]));
        Assert.Throws<ArgumentException>(() => new AdaptiveLogSoftmaxWithLoss(4, 10, [10]));
        Assert.Throws<ArgumentException>(() => new AdaptiveLogSoftmaxWithLoss(4, 10, []));
        var module = new AdaptiveLogSoftmaxWithLoss(4, 10, [3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => module.Call(Tensor.Randn(1, 4), Tensor<long>.From([10L])));
        Assert.Throws<ShapeException>(() => module.Call(Tensor.Randn(2, 4), Tensor<long>.From([1L])));
        Assert.Throws<ShapeException>(() => module.Call(Tensor.Randn(4), Tensor<long>.From([1L])));
    }

    private static void CheckClose(JsonElement expected, Tensor actual)
    {
        Assert.Equal(Read(expected).Shape, actual.Shape);
        Reference.CheckClose(Read(expected).ToArray(), actual.ToArray());
    }

    private static Tensor Read(JsonElement tensor) => Tensor.From(
        tensor.GetProperty("data").EnumerateArray().Select(value => value.GetSingle()).ToArray(),
        tensor.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32()).ToArray());
}
