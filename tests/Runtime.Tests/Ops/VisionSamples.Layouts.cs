using static NnGen.Tests.Ops.OpSample;

namespace NnGen.Tests.Ops;

// Borders, elements in another order, norms of groups, samples and neighbours.
internal static partial class VisionSamples
{
    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Borders()
    {
        PaddingMode[] modes = [PaddingMode.Constant, PaddingMode.Reflect, PaddingMode.Replicate, PaddingMode.Circular];
        yield return new(typeof(Pad1dOp), [.. modes.Select(mode => Pool($"{mode}", Values(1, 2, 3, 5), x => Pad1dOp.Apply(x, (2, 3), mode, 1.5)))]);
        yield return new(typeof(Pad2dOp), [.. modes.Select(mode => Pool($"{mode}", Values(1, 2, 4, 5), x => Pad2dOp.Apply(x, (2, -1, 0, 3), mode)))]);
        yield return new(typeof(Pad3dOp), [.. modes.Select(mode => Pool($"{mode}", Values(1, 1, 2, 3, 4, 3), x => Pad3dOp.Apply(x, (1, 2, 3, 0, 1, 2), mode)))]);
        yield return new(
            typeof(PadOp),
            [
                Pool("one dim", Values(1, 3), x => F.Pad(x, (1, 2), value: 3)),
                Pool("every dim", Values(1, 2, 3, 4), x => F.Pad(x, (1, 2, -1, 0, 2, 1))),
                Pool("reflected", Values(1, 2, 3, 4), x => F.Pad(x, (3, 2), PaddingMode.Reflect)),
            ]);
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Layouts()
    {
        yield return new(typeof(PixelShuffleOp), [Pool("batch", Values(1, 2, 8, 2, 3), x => F.PixelShuffle(x, 2)), Pool("leading dims", Values(1, 2, 1, 9, 1, 2), x => F.PixelShuffle(x, 3))]);
        yield return new(typeof(PixelUnshuffleOp), [Pool("batch", Values(1, 2, 2, 4, 6), x => F.PixelUnshuffle(x, 2)), Pool("no batch", Values(1, 1, 3, 6), x => F.PixelUnshuffle(x, 3))]);
        yield return new(typeof(ChannelShuffleOp), [Pool("images", Values(1, 2, 6, 2, 3), x => F.ChannelShuffle(x, 2)), Pool("sequences", Values(1, 2, 6, 3), x => F.ChannelShuffle(x, 3))]);
        yield return new(typeof(UnflattenOp), [Pool("middle", Values(1, 2, 6, 3), x => F.Unflatten(x, 1, (2, -1))), Pool("last", Values(1, 12), x => F.Unflatten(x, -1, (2, 3, 2)))]);
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Places()
    {
        var grid = Values(2, 2, 3, 4, 2) * 1.3f;
        yield return new(
            typeof(GridSampleOp),
            [
                new OpSample(
                    "bicubic",
                    [Values(1, 2, 2, 5, 4), grid],
                    x => [F.GridSample(x[0], x[1], InterpolationMode.Bicubic, GridSamplePaddingMode.Reflection, alignCorners: false)]),
                Pool("nearest", Values(1, 2, 2, 5, 4), x => F.GridSample(x, grid, InterpolationMode.Nearest, GridSamplePaddingMode.Border, alignCorners: true)),
                Pool("bilinear", Values(1, 2, 2, 5, 4), x => F.GridSample(x, grid)),
                Pool("volume", Values(1, 1, 2, 3, 4, 5), x => F.GridSample(x, Values(2, 1, 2, 3, 2, 3), paddingMode: GridSamplePaddingMode.Border)),
            ]);
        yield return new(
            typeof(AffineGridOp),
            [Pool("images", Values(1, 2, 2, 3), x => F.AffineGrid(x, (2, 1, 3, 4))), Pool("volumes", Values(1, 1, 3, 4), x => F.AffineGrid(x, (1, 2, 2, 3, 4), alignCorners: true))]);
        yield return new(typeof(UnfoldOp), [Pool("images", Values(1, 2, 2, 4, 5), x => F.Unfold(x, (2, 3), padding: (1, 0), stride: (2, 1)))]);
        yield return new(typeof(FoldOp), [Pool("images", Values(1, 2, 12, 9), x => F.Fold(x, (4, 5), (2, 3), padding: (1, 0), stride: (2, 1))), Pool("no batch", Values(1, 8, 4), x => F.Fold(x, 3, 2))]);
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> Fractions()
    {
        var (images, volumes) = (Positive(3, 2, 3, 2) * 0.3f, Positive(3, 1, 2, 3) * 0.3f);
        yield return new(typeof(FractionalMaxPool2dOp), [Pool("ratio", Apart(2, 3, 7, 6), x => F.FractionalMaxPool2d(x, 2, outputRatio: (0.5, 0.7), samples: images))]);
        yield return new(typeof(FractionalMaxPool2dWithIndicesOp), [Pool("size", Apart(2, 3, 7, 6), x => F.FractionalMaxPool2dWithIndices(x, (2, 3), (3, 4), samples: images).Y)]);
        yield return new(typeof(FractionalMaxPool3dOp), [Pool("no batch", Apart(2, 5, 6, 4), x => F.FractionalMaxPool3d(x, 2, (3, 2, 2), samples: volumes))]);
        yield return new(typeof(FractionalMaxPool3dWithIndicesOp), [Pool("size", Apart(1, 2, 5, 6, 4), x => F.FractionalMaxPool3dWithIndices(x, 2, 3, samples: volumes).Y)]);
    }

    private static IEnumerable<KeyValuePair<Type, OpSample[]>> OtherNorms()
    {
        yield return new(
            typeof(RmsNormOp),
            [
                new OpSample("rows", [Values(1, 3, 37), Positive(2, 37)], x => [F.RmsNorm(x[0], 37, x[1])]),
                Pool("two dims", Values(1, 2, 3, 4), x => F.RmsNorm(x, (3, 4), eps: 0.1)),
            ]);
        yield return new(
            typeof(GroupNormOp),
            [
                new OpSample("images", [Values(1, 2, 6, 3, 4), Positive(2, 6), Values(3, 6)], x => [F.GroupNorm(x[0], 3, x[1], x[2])]),
                new OpSample("vectors", [Values(1, 3, 8), Positive(2, 8), Values(3, 8)], x => [F.GroupNorm(x[0], 2, x[1], x[2])]),
                Pool("no weights", Values(1, 2, 4, 5), x => F.GroupNorm(x, 2)),
            ]);
        yield return new(
            typeof(InstanceNormOp),
            [
                new OpSample("images", [Values(1, 2, 3, 3, 4), Positive(2, 3), Values(3, 3)], x => [F.InstanceNorm(x[0], weight: x[1], bias: x[2])]),
                new OpSample(
                    "running",
                    [Values(1, 2, 3, 5), Positive(2, 3), Values(3, 3)],
                    x => [F.InstanceNorm(x[0], Values(4, 3), Positive(5, 3), x[1], x[2], useInputStats: false)]),
                Pool("no batch", Values(1, 2, 3, 4), x => InstanceNormOp.Apply(x, null, null, null, null, dims: 2)),
            ]);
        yield return new(
            typeof(LocalResponseNormOp),
            [
                Pool("odd", Values(1, 2, 5, 3), x => F.LocalResponseNorm(x, 3, alpha: 0.5, beta: 0.7, k: 1.5)),
                Pool("even", Values(1, 1, 6, 2, 3), x => F.LocalResponseNorm(x, 4, alpha: 0.5)),
                Pool("symmetric", Values(1, 1, 6, 2, 3), x => LocalResponseNormOp.Apply(x, 4, 0.5, 0.75, 1, isSymmetric: true)),
            ]);
    }
}
