using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

/// <summary>Samples of convolutions, pooling and batch normalization.</summary>
internal static partial class VisionSamples
{
    public static IEnumerable<KeyValuePair<Type, OpSample[]>> All() => [.. Images(), .. Pools(), .. Borders(), .. Layouts(), .. Places(), .. Fractions(), .. OtherNorms()];

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Images()
    {
        yield return new(typeof(Conv1dOp), [.. Convolutions1d()]);
        yield return new(typeof(Conv2dOp), [.. Convolutions2d()]);
        yield return new(typeof(Conv3dOp), [.. Convolutions3d()]);
        yield return new(typeof(ConvTranspose1dOp), [.. Transposed1d()]);
        yield return new(typeof(ConvTranspose2dOp), [.. Transposed2d()]);
        yield return new(typeof(ConvTranspose3dOp), [.. Transposed3d()]);
        yield return new(typeof(MaxPool2dOp), [.. MaxPools()]);
        yield return new(typeof(MaxPool2dWithIndicesOp), [Pool("indices", Apart(2, 3, 6, 5), x => F.MaxPool2dWithIndices(x, 2).Y)]);
        yield return new(typeof(AvgPool2dOp), [.. AveragePools()]);
        yield return new(typeof(AdaptiveAvgPool2dOp), [.. AdaptivePools()]);
        yield return new(typeof(BatchNormOp), [.. Norms()]);
    }

    private static IEnumerable<OpSample> Convolutions1d()
    {
        yield return Affine("plain", [2, 3, 9], [4, 3, 3], x => F.Conv1d(x[0], x[1], x[2]));
        yield return Affine("no batch", [3, 9], [4, 3, 3], x => F.Conv1d(x[0], x[1], x[2]));
        yield return Affine("strided", [2, 4, 11], [6, 2, 3], x => F.Conv1d(x[0], x[1], x[2], stride: 2, padding: 2, dilation: 2, groups: 2));
        yield return Affine("same", [2, 3, 7], [2, 3, 4], x => F.Conv1d(x[0], x[1], x[2], padding: Padding.Same));
        yield return Affine("reflect", [2, 3, 7], [2, 3, 3], x => F.Conv1d(x[0], x[1], x[2], padding: 2, paddingMode: PaddingMode.Reflect));
    }

    private static IEnumerable<OpSample> Convolutions2d()
    {
        yield return Affine("plain", [2, 3, 5, 6], [4, 3, 3, 2], x => F.Conv2d(x[0], x[1], x[2]));
        yield return Affine("no batch", [3, 5, 6], [4, 3, 3, 2], x => F.Conv2d(x[0], x[1], x[2]));
        yield return new OpSample("no bias", [Values(1, 2, 3, 5, 6), Values(2, 4, 3, 3, 2)], x => [F.Conv2d(x[0], x[1])]);
        yield return Affine("pointwise", [2, 3, 4, 5], [4, 3, 1, 1], x => F.Conv2d(x[0], x[1], x[2]));
        yield return Affine("depthwise", [2, 3, 5, 5], [6, 1, 3, 3], x => F.Conv2d(x[0], x[1], x[2], padding: 1, groups: 3));
        yield return Affine(
            "every option",
            [2, 4, 9, 8],
            [6, 2, 2, 3],
            x => F.Conv2d(x[0], x[1], x[2], stride: (2, 3), padding: (1, 2), dilation: (3, 2), groups: 2));
        yield return Affine("same", [1, 2, 4, 5], [2, 2, 2, 4], x => F.Conv2d(x[0], x[1], x[2], padding: Padding.Same, dilation: (1, 2)));
        foreach (var mode in new[] { PaddingMode.Reflect, PaddingMode.Replicate, PaddingMode.Circular })
            yield return Affine($"{mode}", [2, 2, 4, 5], [2, 2, 3, 2], x => F.Conv2d(x[0], x[1], x[2], stride: (1, 2), padding: (2, 3), paddingMode: mode));
        yield return Affine("several tiles", [1, 1, 40, 45], [1, 1, 1, 2], x => F.Conv2d(x[0], x[1], x[2]));
    }

    private static IEnumerable<OpSample> Convolutions3d()
    {
        yield return Affine("plain", [2, 2, 3, 4, 5], [3, 2, 2, 3, 2], x => F.Conv3d(x[0], x[1], x[2]));
        yield return Affine("no batch", [2, 3, 4, 5], [3, 2, 2, 3, 2], x => F.Conv3d(x[0], x[1], x[2], padding: 1));
        yield return Affine("pointwise", [2, 2, 2, 3, 4], [3, 2, 1, 1, 1], x => F.Conv3d(x[0], x[1], x[2]));
        yield return Affine("depthwise", [2, 2, 4, 3, 5], [4, 1, 2, 3, 3], x => F.Conv3d(x[0], x[1], x[2], (1, 2, 2), (1, 1, 2), groups: 2));
        yield return Affine(
            "every option",
            [1, 4, 5, 6, 7],
            [2, 2, 2, 2, 3],
            x => F.Conv3d(x[0], x[1], x[2], stride: (2, 1, 3), padding: (1, 0, 2), dilation: (1, 2, 2), groups: 2));
        yield return Affine("same", [1, 2, 3, 2, 4], [2, 2, 2, 3, 4], x => F.Conv3d(x[0], x[1], x[2], padding: Padding.Same));
        foreach (var mode in new[] { PaddingMode.Reflect, PaddingMode.Replicate, PaddingMode.Circular })
            yield return Affine($"{mode}", [1, 2, 3, 3, 4], [2, 1, 2, 3, 2], x => F.Conv3d(x[0], x[1], x[2], padding: (1, 2, 3), groups: 2, paddingMode: mode));
    }

    private static IEnumerable<OpSample> Transposed3d()
    {
        yield return Affine("plain", [2, 2, 2, 3, 2], [2, 3, 2, 1, 3], x => F.ConvTranspose3d(x[0], x[1], x[2]), biases: 3);
        yield return Affine(
            "every option",
            [2, 2, 3, 2],
            [2, 2, 2, 3, 2],
            x => F.ConvTranspose3d(x[0], x[1], x[2], (2, 1, 3), (1, 0, 1), (1, 0, 2), groups: 2, dilation: (1, 2, 1)),
            biases: 4);
    }

    private static IEnumerable<OpSample> Transposed1d()
    {
        yield return Affine("plain", [2, 3, 5], [3, 4, 3], x => F.ConvTranspose1d(x[0], x[1], x[2]), biases: 4);
        yield return Affine(
            "every option",
            [4, 5],
            [4, 2, 3],
            x => F.ConvTranspose1d(x[0], x[1], x[2], stride: 2, padding: 1, outputPadding: 1, groups: 2, dilation: 2),
            biases: 4);
    }

    private static IEnumerable<OpSample> Transposed2d()
    {
        yield return Affine("plain", [2, 3, 4, 3], [3, 4, 3, 2], x => F.ConvTranspose2d(x[0], x[1], x[2]), biases: 4);
        yield return Affine("no batch", [3, 4, 3], [3, 4, 3, 2], x => F.ConvTranspose2d(x[0], x[1], x[2], stride: 2), biases: 4);
        yield return Affine(
            "every option",
            [2, 4, 3, 4],
            [4, 3, 2, 3],
            x => F.ConvTranspose2d(x[0], x[1], x[2], stride: (2, 3), padding: (1, 2), outputPadding: (1, 0), groups: 2, dilation: (3, 1)),
            biases: 6);
    }

    private static IEnumerable<OpSample> MaxPools()
    {
        yield return Pool("square", Apart(2, 3, 6, 5), x => F.MaxPool2d(x, 2));
        yield return Pool("no batch", Apart(3, 6, 5), x => F.MaxPool2d(x, 2));
        yield return Pool("every option", Apart(2, 2, 7, 9), x => F.MaxPool2d(x, (3, 2), (2, 3), (1, 1), (2, 1), ceilMode: true));
        yield return Pool("overlapping", Apart(1, 2, 6, 6), x => F.MaxPool2d(x, 3, stride: 1, padding: 1));
    }

    private static IEnumerable<OpSample> AveragePools()
    {
        yield return Pool("square", Values(1, 2, 3, 6, 5), x => F.AvgPool2d(x, 2));
        yield return Pool("no batch", Values(1, 3, 6, 5), x => F.AvgPool2d(x, (2, 3), stride: 1));
        yield return Pool("padding", Values(1, 2, 2, 7, 8), x => F.AvgPool2d(x, 3, 2, padding: 1));
        yield return Pool("without padding", Values(1, 2, 2, 7, 8), x => F.AvgPool2d(x, 3, 2, padding: 1, ceilMode: true, countIncludePad: false));
        yield return Pool("divisor", Values(1, 2, 2, 6, 6), x => F.AvgPool2d(x, (3, 2), ceilMode: true, divisorOverride: 5));
    }

    private static IEnumerable<OpSample> AdaptivePools()
    {
        yield return Pool("uneven", Values(1, 2, 2, 7, 5), x => F.AdaptiveAvgPool2d(x, 3));
        yield return Pool("larger", Values(1, 2, 3, 4), x => F.AdaptiveAvgPool2d(x, (5, 7)));
        yield return Pool("one dim kept", Values(1, 2, 2, 5, 3), x => F.AdaptiveAvgPool2d(x, (null, 2)));
    }

    private static IEnumerable<OpSample> Norms()
    {
        yield return Norm("training", [4, 3, 5], training: true);
        yield return Norm("images", [3, 2, 3, 4], training: true);
        yield return Norm("vectors", [7, 3], training: true);
        yield return Norm("evaluation", [4, 3, 5], training: false);
        yield return new OpSample("no weights", [Values(1, 4, 3, 2)], x => [F.BatchNorm(x[0], null, null, training: true)]);
    }

    private static OpSample Norm(string name, int[] shape, bool training)
        => new(
            name,
            [Values(1, shape), Positive(2, shape[1]), Values(3, shape[1])],
            x => [F.BatchNorm(x[0], Values(4, shape[1]), Positive(5, shape[1]), x[1], x[2], training)]);

    private static OpSample Pool(string name, Tensor x, Func<Tensor, Tensor> apply) => new(name, [x], inputs => [apply(inputs[0])]);

    /// <summary>An op of input, weight and bias.</summary>
    private static OpSample Affine(string name, int[] x, int[] weight, Func<Tensor[], Tensor> apply, int? biases = null)
        => new(name, [Values(1, x), Values(2, weight), Values(3, biases ?? weight[0])], inputs => [apply(inputs)]);
}
