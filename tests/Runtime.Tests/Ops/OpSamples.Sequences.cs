using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

internal static partial class OpSamples
{
    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Sequences()
    {
        yield return Of(
            typeof(LayerNormOp),
            new OpSample("affine", [Values(1, 4, 9), Positive(2, 9), Values(3, 9)], x => [F.LayerNorm(x[0], 9, x[1], x[2])]),
            new OpSample("weight", [Values(1, 2, 3, 19), Positive(2, 19)], x => [F.LayerNorm(x[0], 19, x[1])]),
            new OpSample("plain", [Values(1, 40)], x => [F.LayerNorm(x[0], 40, eps: 0.1)]),
            new OpSample("two dims", [Values(1, 3, 4, 5), Positive(2, 4, 5), Values(3, 4, 5)], x => [F.LayerNorm(x[0], (4, 5), x[1], x[2])]));
        var indices = Tensor<long>.From([2L, 0, 4, 1, 2, 2], 2, 3);
        yield return Of(
            typeof(EmbeddingOp),
            Unary("matrix", Values(1, 5, 7), w => F.Embedding(indices, w)),
            Unary("scalar", Values(1, 5, 7), w => F.Embedding(Tensor<long>.From(3L), w)));
        var keep = Tensor<bool>.From([true, false, true, true, true, false, true, true, true, true, false, true], 3, 4);
        yield return Of(
            typeof(ScaledDotProductAttentionOp),
            new OpSample("plain", [Values(1, 2, 3, 3), Values(2, 2, 3, 3), Values(3, 2, 3, 3)], x => [F.ScaledDotProductAttention(x[0], x[1], x[2])], CanTie: true),
            new OpSample("no batch, causal", [Values(1, 5, 3), Values(2, 5, 3), Values(3, 5, 2)], x => [F.ScaledDotProductAttention(x[0], x[1], x[2], isCausal: true)]),
            new OpSample("causal, fewer keys", [Values(1, 1, 5, 3), Values(2, 1, 3, 3), Values(3, 1, 3, 2)], x => [F.ScaledDotProductAttention(x[0], x[1], x[2], isCausal: true, scale: 0.7)]),
            new OpSample(
                "mask",
                [Values(1, 2, 2, 3, 5), Values(2, 2, 2, 4, 5), Values(3, 2, 2, 4, 6), Values(4, 2, 1, 3, 4)],
                x => [F.ScaledDotProductAttention(x[0], x[1], x[2], x[3])]),
            new OpSample("mask of keys", [Values(1, 2, 3, 5), Values(2, 2, 4, 5), Values(3, 2, 4, 6), Values(4, 1, 4)], x => [F.ScaledDotProductAttention(x[0], x[1], x[2], x[3])]),
            new OpSample("dropout", [Values(1, 2, 3, 5), Values(2, 2, 4, 5), Values(3, 2, 4, 6)], x => [Replayed(() => F.ScaledDotProductAttention(x[0], x[1], x[2], dropoutP: 0.3))]),
            new OpSample("blocks", [Values(1, 70, 1), Values(2, 70, 1), Values(3, 70, 1)], x => [F.ScaledDotProductAttention(x[0], x[1], x[2], isCausal: true)]),
            new OpSample("flags of rows", [Values(1, 2, 3, 5), Values(2, 2, 4, 5), Values(3, 2, 4, 6)], x => [F.ScaledDotProductAttention(x[0], x[1], x[2], keep)]),
            new OpSample(
                "flags, no key",
                [Values(1, 3, 5), Values(2, 4, 5), Values(3, 4, 6)],
                x => [F.ScaledDotProductAttention(x[0], x[1], x[2], Tensor<bool>.From([false, true, true], 3, 1))]));
        yield return Of(
            typeof(InterpolateOp),
            Unary("factor", Values(1, 2, 2, 3, 4), x => F.Interpolate(x, scaleFactor: 2)),
            Unary("factors", Values(1, 1, 2, 3, 4), x => F.Interpolate(x, scaleFactor: (1, 3))),
            Unary("size", Values(1, 2, 2, 5, 4), x => F.Interpolate(x, (3, 7))),
            Unary("sequence", Values(1, 2, 2, 5), x => F.Interpolate(x, 8)),
            Unary("volume", Values(1, 1, 2, 2, 3, 2), x => F.Interpolate(x, scaleFactor: (2, 1, 2))),
            Unary("linear", Values(1, 2, 2, 5), x => F.Interpolate(x, 8, mode: InterpolationMode.Linear)),
            Unary("bilinear", Values(1, 2, 2, 4, 5), x => F.Interpolate(x, scaleFactor: 1.5, mode: InterpolationMode.Bilinear, alignCorners: true)),
            Unary("bicubic", Values(1, 1, 2, 4, 5), x => F.Interpolate(x, scaleFactor: (0.6, 1.7), mode: InterpolationMode.Bicubic)),
            Unary("trilinear", Values(1, 1, 2, 2, 3, 4), x => F.Interpolate(x, (3, 5, 2), mode: InterpolationMode.Trilinear)),
            Unary("area", Values(1, 1, 2, 5, 7), x => F.Interpolate(x, (2, 3), mode: InterpolationMode.Area)),
            Unary("antialias", Values(1, 1, 2, 6, 7), x => F.Interpolate(x, (2, 3), mode: InterpolationMode.Bicubic, antialias: true)));
    }
}
