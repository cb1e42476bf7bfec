using NanoGptSample;
using NnGen.Optim;

namespace NnGen.Benchmarks.Peers;

/// <summary>Training steps (forward, cross-entropy, backward, optimizer) and forward passes of whole networks.</summary>
internal static class Networks
{
    private const double LearningRate = 0.001;

    public static Section Section { get; } = new(
        "networks",
        "Networks beside PyTorch",
        "Training steps (forward, cross-entropy, backward, optimizer) and forward passes; bench/Peers/Networks has the networks, `mlp` is 784-128-64-10.",
        All);

    private static IEnumerable<Work> All()
        => Mlp(1, 12).Concat(Mlp(64, 2.5)).Concat(Mlp(256, 1.8)).Concat(Cnn()).Concat(ResNet()).Concat(Gpt());

    private static IEnumerable<Work> Mlp(int batch, double goal)
    {
        foreach (bool isAdam in (bool[])[false, true])
        {
            string name = $"mlp-{batch}-{(isAdam ? "adam" : "sgd")}";
            var step = new MlpStep(batch, parameters => isAdam ? new Adam(parameters) : new SGD(parameters, lr: 0.01));
            yield return new(name, () => step.ValueAndGrad()) { Goal = goal };
            yield return new($"{name}, `loss.Backward()`", () => step.CallAndBackward()) { Peer = name, Goal = goal };
        }
    }

    private static IEnumerable<Work> Cnn()
    {
        var model = new Cnn();
        var loss = new ImageLoss<Cnn>(model);
        var (x, y) = Images(64, 1, 28);
        yield return Step("cnn-step", 2, loss, () => loss.ValueAndGrad(x, y));
        var result = new float[64 * 10];
        yield return new("cnn-forward", () => model.Predict(x, result)) { Goal = 2.5 };
        yield return new("cnn-forward beside channels_last", () => model.Predict(x, result)) { Peer = "cnn-forward-last", Goal = 1 };
    }

    private static IEnumerable<Work> ResNet()
    {
        var model = new ResNet18();
        var loss = new ImageLoss<ResNet18>(model);
        var (x, y) = Images(32, 3, 32);
        yield return Step("resnet18-step", 1.3, loss, () => loss.ValueAndGrad(x, y));
        var (single, _) = Images(1, 3, 32);
        var result = new float[10];
        yield return new("resnet18-forward-1", () => model.Predict(single, result)) { Goal = 1.5 };
    }

    private static IEnumerable<Work> Gpt()
    {
        const int batch = 12, block = 64, vocabulary = 65;
        var loss = new GptLoss(new Gpt(vocabulary, block, layers: 4, heads: 4, embd: 128));
        var tokens = Tensor<long>.From([.. Enumerable.Range(0, batch * block).Select(i => (long)i * 7 % vocabulary)]).View(batch, block);
        yield return Step("gpt-step", 1.5, loss, () => loss.ValueAndGrad(tokens, tokens));
    }

    private static Work Step(string name, double goal, Module loss, Func<float> valueAndGrad)
    {
        var optimizer = new AdamW(loss.Parameters(), LearningRate);
        return new(name, () =>
        {
            optimizer.ZeroGrad();
            valueAndGrad();
            optimizer.Step();
        })
        {
            Goal = goal,
        };
    }

    private static (Tensor X, Tensor<long> Y) Images(int batch, int channels, int size)
        => (Tensor.Rand(batch, channels, size, size), Tensor<long>.From([.. Enumerable.Range(0, batch).Select(i => i % 10L)]));
}
