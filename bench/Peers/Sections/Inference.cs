using NanoGptSample;

namespace NnGen.Benchmarks.Peers;

/// <summary><c>Predict</c> into a span, beside ONNX Runtime with its tensors made beforehand.</summary>
internal static class Inference
{
    private const double Goal = 1;

    public static Section Section { get; } = new(
        "inference",
        "Inference beside ONNX Runtime",
        "`Predict` into a span; ONNX Runtime runs the same networks as PyTorch exports them, through its C interface, over tensors made beforehand.",
        All);

    private static IEnumerable<Work> All()
    {
        foreach (int batch in (int[])[1, 64])
        {
            yield return Of<Mlp>("mlp", new(), batch, Tensor.Rand(batch, 784), 10, (model, x, result) => model.Predict(x, result));
            yield return Of<Cnn>("cnn", new(), batch, Tensor.Rand(batch, 1, 28, 28), 10, (model, x, result) => model.Predict(x, result));
            yield return Of<SequenceReader>("lstm", new(), batch, Tensor.Rand(50, batch, 64), 50 * 128, (model, x, result) => model.Predict(x, result));
            yield return Of<Block>("gpt", new(128, 4), batch, Tensor.Rand(batch, 64, 128), 64 * 128, (model, x, result) => model.Predict(x, result));
        }
    }

    private static Work Of<T>(string name, T model, int batch, Tensor x, int results, Action<T, Tensor, float[]> predict)
        where T : Module
    {
        var result = new float[batch * results];
        return new($"{name}-{batch}", () => predict(model, x, result)) { Goal = Goal };
    }
}

/// <summary>What an LSTM says at every time.</summary>
[Module]
public partial class SequenceReader
{
    private readonly LSTM lstm = new(64, 128);

    public Tensor Forward([Shape("T, N, 64")] Tensor x) => lstm.Forward(x).Output;
}
