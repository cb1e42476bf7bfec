using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

// Pooling in one and three dims, adaptive, by powers, and back.
internal static partial class VisionSamples
{
    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Pools()
    {
        yield return new(
            typeof(MaxPool1dOp),
            [Pool("plain", Apart(2, 3, 7), x => F.MaxPool1d(x, 2)), Pool("every option", Apart(2, 9), x => F.MaxPool1d(x, 3, 2, 1, 2, ceilMode: true))]);
        yield return new(typeof(MaxPool1dWithIndicesOp), [Pool("indices", Apart(2, 3, 7), x => F.MaxPool1dWithIndices(x, 3, 2).Y)]);
        yield return new(
            typeof(MaxPool3dOp),
            [
                Pool("cube", Apart(2, 2, 4, 5, 3), x => F.MaxPool3d(x, 2)),
                Pool("every option", Apart(2, 5, 4, 6), x => F.MaxPool3d(x, (2, 3, 2), (1, 2, 3), (1, 1, 0), (2, 1, 2), ceilMode: true)),
            ]);
        yield return new(typeof(MaxPool3dWithIndicesOp), [Pool("indices", Apart(1, 2, 4, 4, 4), x => F.MaxPool3dWithIndices(x, 2).Y)]);
        yield return new(
            typeof(AvgPool1dOp),
            [
                Pool("padding", Values(1, 2, 3, 7), x => F.AvgPool1d(x, 3, 2, 1)),
                Pool("without padding", Values(1, 3, 8), x => F.AvgPool1d(x, 3, 2, 1, ceilMode: true, countIncludePad: false)),
            ]);
        yield return new(
            typeof(AvgPool3dOp),
            [
                Pool("padding", Values(1, 2, 2, 4, 5, 3), x => F.AvgPool3d(x, 2, 2, 1)),
                Pool("divisor", Values(1, 2, 4, 5, 6), x => F.AvgPool3d(x, (2, 3, 2), (1, 2, 3), ceilMode: true, divisorOverride: 7)),
            ]);
        yield return new(typeof(LpPool1dOp), [Pool("cubes", Positive(1, 2, 3, 7), x => F.LpPool1d(x, 3, 2)), Pool("ceil", Positive(1, 3, 7), x => F.LpPool1d(x, 2, 3, 2, ceilMode: true))]);
        yield return new(typeof(LpPool2dOp), [Pool("squares", Values(1, 2, 2, 5, 6), x => F.LpPool2d(x, 2, (2, 3))), Pool("broken", Positive(1, 2, 5, 6), x => F.LpPool2d(x, 1.5, 2, 1))]);
        yield return new(typeof(LpPool3dOp), [Pool("squares", Values(1, 1, 2, 3, 4, 5), x => F.LpPool3d(x, 2, (2, 2, 3), ceilMode: true))]);
        foreach (var sample in Adaptive())
            yield return sample;
        foreach (var sample in Unpools())
            yield return sample;
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Adaptive()
    {
        yield return new(typeof(AdaptiveAvgPool1dOp), [Pool("uneven", Values(1, 2, 3, 7), x => F.AdaptiveAvgPool1d(x, 3)), Pool("no batch", Values(1, 2, 4), x => F.AdaptiveAvgPool1d(x, 6))]);
        yield return new(typeof(AdaptiveAvgPool3dOp), [Pool("uneven", Values(1, 1, 2, 4, 5, 3), x => F.AdaptiveAvgPool3d(x, (3, 2, 2))), Pool("kept", Values(1, 2, 3, 4, 5), x => F.AdaptiveAvgPool3d(x, (null, 2, null)))]);
        yield return new(typeof(AdaptiveMaxPool1dOp), [Pool("uneven", Apart(2, 3, 7), x => F.AdaptiveMaxPool1d(x, 3))]);
        yield return new(typeof(AdaptiveMaxPool1dWithIndicesOp), [Pool("indices", Apart(3, 7), x => F.AdaptiveMaxPool1dWithIndices(x, 4).Y)]);
        yield return new(typeof(AdaptiveMaxPool2dOp), [Pool("uneven", Apart(2, 2, 5, 7), x => F.AdaptiveMaxPool2d(x, 3)), Pool("kept", Apart(2, 5, 4), x => F.AdaptiveMaxPool2d(x, (2, null)))]);
        yield return new(typeof(AdaptiveMaxPool2dWithIndicesOp), [Pool("indices", Apart(2, 2, 5, 7), x => F.AdaptiveMaxPool2dWithIndices(x, (3, 2)).Y)]);
        yield return new(typeof(AdaptiveMaxPool3dOp), [Pool("uneven", Apart(1, 2, 4, 5, 3), x => F.AdaptiveMaxPool3d(x, (3, null, 2)))]);
        yield return new(typeof(AdaptiveMaxPool3dWithIndicesOp), [Pool("indices", Apart(2, 4, 5, 3), x => F.AdaptiveMaxPool3dWithIndices(x, 2).Y)]);
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Unpools()
    {
        var line = F.MaxPool1dWithIndices(Apart(2, 3, 7), 2).Indices;
        var image = F.MaxPool2dWithIndices(Apart(2, 6, 7), (2, 3)).Indices;
        var volume = F.MaxPool3dWithIndices(Apart(1, 2, 4, 4, 6), 2).Indices;
        yield return new(typeof(MaxUnpool1dOp), [Pool("larger", Values(1, 2, 3, 3), x => F.MaxUnpool1d(x, line, 2, outputSize: 7))]);
        yield return new(typeof(MaxUnpool2dOp), [Pool("larger", Values(1, 2, 3, 2), x => F.MaxUnpool2d(x, image, (2, 3), outputSize: (6, 7)))]);
        yield return new(typeof(MaxUnpool3dOp), [Pool("plain", Values(1, 1, 2, 2, 2, 3), x => F.MaxUnpool3d(x, volume, 2))]);
    }
}
