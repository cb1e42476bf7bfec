using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

public partial class ReferenceTests
{
    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Activations()
    {
        Dictionary<string, Func<Tensor, Tensor>> functions = new()
        {
            ["leaky_relu"] = x => F.LeakyRelu(x, 0.3),
            ["elu"] = x => F.Elu(x, 1.7),
            ["celu"] = x => F.Celu(x, 1.7),
            ["selu"] = F.Selu,
            ["gelu"] = x => F.Gelu(x),
            ["gelu tanh"] = x => F.Gelu(x, GeluApproximation.Tanh),
            ["silu"] = F.Silu,
            ["mish"] = F.Mish,
            ["softplus"] = x => F.Softplus(x, 2, 3),
            ["hardtanh"] = x => F.Hardtanh(x, -2, 0.5),
            ["relu6"] = F.Relu6,
            ["hardsigmoid"] = F.Hardsigmoid,
            ["hardswish"] = F.Hardswish,
            ["logsigmoid"] = F.LogSigmoid,
            ["softsign"] = F.Softsign,
            ["tanhshrink"] = F.Tanhshrink,
            ["softshrink"] = x => F.Softshrink(x, 1.5),
            ["hardshrink"] = x => F.Hardshrink(x, 1.5),
            ["threshold"] = x => F.Threshold(x, 0.5, 7),
        };
        var special = Tensor.From([float.NegativeInfinity, -100, -20, -1e-5f, -0f, 0, 1e-5f, 20, 100, float.PositiveInfinity, float.NaN]);
        foreach (var (name, function) in functions)
        {
            yield return (name + " values", [Values(1, 5, 7) * 4], x => function(x[0]));
            yield return (name + " special", [special], x => function(x[0]));
        }
    }

    private static IEnumerable<(string, Tensor[], Func<Tensor[], Tensor>)> Sequences()
    {
        yield return ("layer_norm affine", [Values(1, 2, 3, 4, 5), Positive(2, 4, 5), Values(3, 4, 5)], x => F.LayerNorm(x[0], (4, 5), x[1], x[2]));
        yield return ("layer_norm plain", [Values(1, 3, 70)], x => F.LayerNorm(x[0], 70, eps: 0.1));
        yield return ("layer_norm offset", [(Values(1, 3, 70) * 0.01) + 100], x => F.LayerNorm(x[0], 70));
        var indices = Tensor<long>.From([2L, 0, 4, 1, 2, 2], 2, 3);
        yield return ("embedding", [Values(1, 5, 3)], w => F.Embedding(indices, w[0]));
        yield return ("embedding padding", [Values(1, 5, 3)], w => F.Embedding(indices, w[0], paddingIdx: -3));
        yield return ("embedding frequency", [Values(1, 5, 3)], w => F.Embedding(indices, w[0], paddingIdx: 4, scaleGradByFreq: true));
        Tensor[] inputs = [Values(1, 2, 67, 4), Values(2, 2, 70, 4), Values(3, 2, 70, 3)];
        Tensor[] shorter = [Values(1, 2, 3, 4, 8), Values(2, 2, 3, 6, 8), Values(3, 2, 3, 6, 5)];
        var keep = Tensor<bool>.From([.. Labels(5, 24).ToArray().Select(label => label > 1)], 4, 6);
        yield return ("attention plain", inputs, x => F.ScaledDotProductAttention(x[0], x[1], x[2]));
        yield return ("attention causal", inputs, x => F.ScaledDotProductAttention(x[0], x[1], x[2], isCausal: true, scale: 0.7));
        yield return ("attention mask", [.. shorter, Values(4, 2, 1, 4, 6)], x => F.ScaledDotProductAttention(x[0], x[1], x[2], x[3]));
        yield return ("attention keep", shorter, x => F.ScaledDotProductAttention(x[0], x[1], x[2], keep));
        foreach (var size in new[] { 7, 3 })
        {
            yield return ($"nearest 1d {size}", [Values(1, 2, 2, 5)], x => F.Interpolate(x[0], size));
            yield return ($"nearest 2d {size}", [Values(1, 1, 2, 5, 4)], x => F.Interpolate(x[0], (size, 9)));
        }

        yield return ("nearest 3d", [Values(1, 1, 2, 2, 3, 2)], x => F.Interpolate(x[0], scaleFactor: (2, 1, 3)));
    }
}
