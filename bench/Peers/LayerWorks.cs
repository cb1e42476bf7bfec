using NnGen;

namespace NnGen.Benchmarks.Peers;

/// <summary>One thing that both sides do: a layer forward, or forward and backward.</summary>
/// <param name="Name">Its name in <c>layers.py</c>.</param>
/// <param name="Run">NnGen's side, once.</param>
internal sealed record LayerWork(string Name, Action Run);

/// <summary>Layers at sizes that networks have. Gradients go to the input and to all parameters.</summary>
internal static class LayerWorks
{
    public static IEnumerable<LayerWork> All()
        => Of("conv-1-32", new Conv2d(1, 32, 3), [64, 1, 28, 28])
            .Concat(Of("conv-32-64", new Conv2d(32, 64, 3), [64, 32, 26, 26]))
            .Concat(Of("conv-64-64", new Conv2d(64, 64, 3, padding: 1), [32, 64, 32, 32]))
            .Concat(Of("conv-256-256", new Conv2d(256, 256, 3, padding: 1), [32, 256, 8, 8]))
            .Concat(Of("conv-64-128-stride", new Conv2d(64, 128, 3, stride: 2, padding: 1), [32, 64, 32, 32]))
            .Concat(Of("conv-64-128-1x1", new Conv2d(64, 128, 1), [32, 64, 16, 16]))
            .Concat(Of("conv-depthwise", new Conv2d(64, 64, 3, padding: 1, groups: 64), [32, 64, 32, 32]))
            .Concat(Of("conv1d-64-64", new Conv1d(64, 64, 3, padding: 1), [32, 64, 256]))
            .Concat(Of("maxpool-2", new MaxPool2d(2), [64, 64, 24, 24]))
            .Concat(Of("batchnorm", new BatchNorm2d(64), [32, 64, 32, 32]))
            .Concat(Of("layernorm", new LayerNorm(128), [12, 64, 128]))
            .Concat(Of("softmax", new Softmax(-1), [64, 64, 128]))
            .Concat(Of("gelu", new GELU(), [12, 64, 512]))
            .Concat(Of("linear", new Linear(512, 512), [64, 512]))
            .Concat(Sequence("lstm", new LSTM(64, 128)))
            .Concat(Sequence("gru", new GRU(64, 128)));

    private static IEnumerable<LayerWork> Of(string name, IModule<Tensor, Tensor> layer, int[] shape) => Works(name, (Module)layer, layer.Call, shape);

    private static IEnumerable<LayerWork> Sequence(string name, LSTM layer) => Works(name, layer, x => layer.Call(x).Output, [50, 32, 64]);

    private static IEnumerable<LayerWork> Sequence(string name, GRU layer) => Works(name, layer, x => layer.Call(x).Output, [50, 32, 64]);

    private static IEnumerable<LayerWork> Works(string name, Module layer, Func<Tensor, Tensor> call, int[] shape)
    {
        var x = Tensor.Randn(shape);
        var dy = Tensor.Ones(call(x).Shape);
        yield return new(name + "-forward", () =>
        {
            using (Autograd.NoGrad())
                call(x);
        });
        var input = Tensor.Randn(shape);
        input.RequiresGrad = true;
        yield return new(name + "-step", () =>
        {
            layer.ZeroGrad();
            input.Grad = null;
            call(input).Backward(dy);
        });
    }
}
