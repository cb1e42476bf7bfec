namespace NnGen.Benchmarks.Peers;

/// <summary>Layers at sizes that networks have. Gradients go to the input and to all parameters.</summary>
internal static class Layers
{
    private const double RecurrentGoal = 2, OnePassGoal = 1.5;

    public static Section Section { get; } = new(
        "layers", "Layers beside PyTorch", "Layers forward, and forward and backward (step); bench/Peers/Scripts/layers.py has their sizes.", All);

    private static IEnumerable<Work> All()
        => Of("conv-1-32", new Conv2d(1, 32, 3), [64, 1, 28, 28])
            .Concat(Of("conv-32-64", new Conv2d(32, 64, 3), [64, 32, 26, 26]))
            .Concat(Of("conv-64-64", new Conv2d(64, 64, 3, padding: 1), [32, 64, 32, 32]))
            .Concat(Of("conv-256-256", new Conv2d(256, 256, 3, padding: 1), [32, 256, 8, 8]))
            .Concat(Of("conv-64-128-stride", new Conv2d(64, 128, 3, stride: 2, padding: 1), [32, 64, 32, 32]))
            .Concat(Of("conv-64-128-1x1", new Conv2d(64, 128, 1), [32, 64, 16, 16]))
            .Concat(Of("conv-depthwise", new Conv2d(64, 64, 3, padding: 1, groups: 64), [32, 64, 32, 32]))
            .Concat(Of("conv1d-64-64", new Conv1d(64, 64, 3, padding: 1), [32, 64, 256]))
            .Concat(Of("conv3d-16-32", new Conv3d(16, 32, 3, padding: 1), [4, 16, 16, 16, 16]))
            .Concat(Of("conv-transpose", new ConvTranspose2d(64, 32, 4, stride: 2, padding: 1), [32, 64, 16, 16]))
            .Concat(Of("maxpool-2", new MaxPool2d(2), [64, 64, 24, 24]))
            .Concat(Of("batchnorm", new BatchNorm2d(64), [32, 64, 32, 32], OnePassGoal))
            .Concat(Of("layernorm", new LayerNorm(128), [12, 64, 128], OnePassGoal))
            .Concat(Of("softmax", new Softmax(-1), [64, 64, 128], OnePassGoal))
            .Concat(Of("gelu", new GELU(), [12, 64, 512], OnePassGoal))
            .Concat(CrossEntropy())
            .Concat(Embedding())
            .Concat(Of("attention", new CausalAttention(), [3, 8, 4, 256, 32], OnePassGoal))
            .Concat(Of("linear", new Linear(512, 512), [64, 512]))
            .Concat(Sequence("lstm", new LSTM(64, 128), (layer, x) => layer.Call(x).Output))
            .Concat(Sequence("gru", new GRU(64, 128), (layer, x) => layer.Call(x).Output));

    private static IEnumerable<Work> Of<T>(string name, T layer, int[] shape, double? goal = null)
        where T : Module, IModule<Tensor, Tensor>
        => Works(name, layer, layer.Call, Tensor.Randn(shape), goal);

    private static IEnumerable<Work> Sequence<T>(string name, T layer, Func<T, Tensor, Tensor> call)
        where T : Module
        => Works(name, layer, x => call(layer, x), Tensor.Randn(50, 32, 64), RecurrentGoal);

    private static IEnumerable<Work> CrossEntropy()
    {
        const int rows = 768, classes = 512;
        var criterion = new CrossEntropyLoss();
        var targets = Tensor<long>.From([.. Enumerable.Range(0, rows).Select(i => (long)i % classes)]);
        return Works("crossentropy", criterion, x => criterion.Call(x, targets), Tensor.Randn(rows, classes), OnePassGoal);
    }

    private static IEnumerable<Work> Embedding()
    {
        const int count = 64 * 256, words = 5000;
        var layer = new Embedding(words, 128);
        var tokens = Tensor<long>.From([.. Enumerable.Range(0, count).Select(i => (long)i * 7 % words)]).View(64, 256);
        return Works("embedding", layer, _ => layer.Call(tokens), Tensor.Zeros(0), OnePassGoal);
    }

    private static IEnumerable<Work> Works(string name, Module layer, Func<Tensor, Tensor> call, Tensor x, double? goal)
    {
        yield return new(name + "-forward", () =>
        {
            using (Autograd.NoGrad())
                call(x);
        });
        var dy = Tensor.Ones(call(x).Shape);
        var input = x.Clone();
        input.RequiresGrad = true;
        yield return new(name + "-step", () =>
        {
            layer.ZeroGrad();
            input.Grad = null;
            call(input).Backward(dy);
        })
        {
            Goal = goal,
        };
    }
}

/// <summary>Causal attention over queries, keys and values that stand one behind the other.</summary>
[Module]
public partial class CausalAttention
{
    public Tensor Forward([Shape("3, N, heads, T, size")] Tensor x) => F.ScaledDotProductAttention(x[0], x[1], x[2], isCausal: true);
}
