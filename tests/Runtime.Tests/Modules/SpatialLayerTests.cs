using System.Text.Json;

namespace NnGen.Tests.Modules;

/// <summary>Layers over sequences, images and volumes start and print as PyTorch's for one seed (reference/spatial.py).</summary>
public class SpatialLayerTests
{
    private static readonly JsonDocument s_reference =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Modules", "reference", "spatial.json")));

    private static readonly Dictionary<string, Func<Module>> s_layers = new()
    {
        ["Conv1d circular"] = () => new Conv1d(4, 6, 3, padding: 1, paddingMode: PaddingMode.Circular),
        ["Conv2d"] = () => new Conv2d(4, 6, (3, 2), stride: (2, 1), groups: 2),
        ["Conv3d"] = () => new Conv3d(2, 3, (1, 2, 3), 2, (1, 0, 1), (1, 2, 1)),
        ["Conv3d same"] = () => new Conv3d(4, 4, 3, padding: Padding.Same, bias: false),
        ["ConvTranspose1d"] = () => new ConvTranspose1d(2, 4, 3, 2, 1, 1),
        ["ConvTranspose2d"] = () => new ConvTranspose2d(2, 4, (3, 2), dilation: 2),
        ["ConvTranspose3d"] = () => new ConvTranspose3d(2, 4, 3, 2, 1, 1, groups: 2),
        ["MaxPool1d"] = () => new MaxPool1d(4, 2, padding: 1),
        ["MaxPool3d"] = () => new MaxPool3d((1, 2, 3), 2, 0, ceilMode: true),
        ["AvgPool1d"] = () => new AvgPool1d(2, 2, 1),
        ["AvgPool3d"] = () => new AvgPool3d((2, 1, 3)),
        ["LPPool1d"] = () => new LPPool1d(1.5, 2, 3),
        ["LPPool2d"] = () => new LPPool2d(2, (2, 3), ceilMode: true),
        ["AdaptiveAvgPool1d"] = () => new AdaptiveAvgPool1d(3),
        ["AdaptiveAvgPool3d"] = () => new AdaptiveAvgPool3d((3, null, 2)),
        ["AdaptiveMaxPool2d"] = () => new AdaptiveMaxPool2d((3, 4)),
        ["MaxUnpool1d"] = () => new MaxUnpool1d(3, 2, 1),
        ["MaxUnpool2d"] = () => new MaxUnpool2d(2),
        ["MaxUnpool3d"] = () => new MaxUnpool3d((1, 2, 3)),
        ["ReflectionPad1d"] = () => new ReflectionPad1d(2),
        ["ReplicationPad3d"] = () => new ReplicationPad3d((1, 2, 3, 4, 5, 6)),
        ["ZeroPad2d"] = () => new ZeroPad2d((1, 2, 3, 4)),
        ["ConstantPad2d"] = () => new ConstantPad2d(1, 3.5),
        ["BatchNorm1d"] = () => new BatchNorm1d(3),
        ["BatchNorm2d plain"] = () => new BatchNorm2d(3, affine: false, momentum: null),
        ["BatchNorm3d"] = () => new BatchNorm3d(3, trackRunningStats: false),
        ["GroupNorm"] = () => new GroupNorm(3, 6),
        ["InstanceNorm1d"] = () => new InstanceNorm1d(3),
        ["InstanceNorm3d"] = () => new InstanceNorm3d(3, affine: true, trackRunningStats: true),
        ["LocalResponseNorm"] = () => new LocalResponseNorm(2),
        ["CrossMapLRN2d"] = () => new CrossMapLRN2d(5, k: 1.5),
        ["PixelShuffle"] = () => new PixelShuffle(3),
        ["PixelUnshuffle"] = () => new PixelUnshuffle(2),
        ["ChannelShuffle"] = () => new ChannelShuffle(2),
        ["Unflatten"] = () => new Unflatten(1, (2, 3)),
        ["Fold"] = () => new Fold((4, 5), (2, 3)),
        ["Unfold"] = () => new Unfold(3, padding: 1),
        ["Upsample bilinear"] = () => new Upsample(scaleFactor: (1.5, 2), mode: InterpolationMode.Bilinear),
        ["UpsamplingNearest2d"] = () => new UpsamplingNearest2d(scaleFactor: 2),
        ["UpsamplingBilinear2d"] = () => new UpsamplingBilinear2d((3, 4)),
        ["FractionalMaxPool2d"] = () => new FractionalMaxPool2d(3, outputRatio: 0.5),
    };

    public static TheoryData<string> Names => [.. s_reference.RootElement.EnumerateObject().Select(layer => layer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPyTorch(string name) => InitialStateTests.Check(s_reference.RootElement.GetProperty(name), s_layers[name]);
}
