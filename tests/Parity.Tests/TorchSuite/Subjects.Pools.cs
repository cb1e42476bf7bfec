using static NnGen.Parity.Tests.TorchSuite.Subject;

namespace NnGen.Parity.Tests.TorchSuite;

internal static partial class Subjects
{
    private static Dictionary<string, Func<Arguments, Subject>> Pools() => new()
    {
        ["MaxPool1d"] = a => Pool(new MaxPool1d(
            a.Size1D("kernel_size"),
            a.OptionalSize1D("stride"),
            a.Padding1D("padding"),
            a.Size1D("dilation"),
            a.Bool("return_indices", false),
            a.Bool("ceil_mode", false))),
        ["AvgPool1d"] = a => Of(new AvgPool1d(
            a.Size1D("kernel_size"),
            a.OptionalSize1D("stride"),
            a.Padding1D("padding"),
            a.Bool("ceil_mode", false),
            a.Bool("count_include_pad", true))),
        ["LPPool1d"] = a => Of(new LPPool1d(
            a.Double("norm_type", 0), a.Size1D("kernel_size"), a.OptionalSize1D("stride"), a.Bool("ceil_mode", false))),
        ["AdaptiveAvgPool1d"] = a => Of(new AdaptiveAvgPool1d(a.Size1D("output_size"))),
        ["AdaptiveMaxPool1d"] = a => Pool(new AdaptiveMaxPool1d(a.Size1D("output_size"), a.Bool("return_indices", false))),
        ["MaxUnpool1d"] = a => Unpool(new MaxUnpool1d(a.Size1D("kernel_size"), a.OptionalSize1D("stride"), a.Padding1D("padding"))),
        ["MaxPool2d"] = a => Pool(new MaxPool2d(
            a.Size2D("kernel_size"),
            a.OptionalSize2D("stride"),
            a.Padding2D("padding"),
            a.Size2D("dilation"),
            a.Bool("return_indices", false),
            a.Bool("ceil_mode", false))),
        ["AvgPool2d"] = a => Of(new AvgPool2d(
            a.Size2D("kernel_size"),
            a.OptionalSize2D("stride"),
            a.Padding2D("padding"),
            a.Bool("ceil_mode", false),
            a.Bool("count_include_pad", true),
            a.OptionalInt("divisor_override"))),
        ["LPPool2d"] = a => Of(new LPPool2d(
            a.Double("norm_type", 0), a.Size2D("kernel_size"), a.OptionalSize2D("stride"), a.Bool("ceil_mode", false))),
        ["AdaptiveAvgPool2d"] = a => Of(new AdaptiveAvgPool2d(a.OutputSize2D("output_size"))),
        ["AdaptiveMaxPool2d"] = a => Pool(new AdaptiveMaxPool2d(a.OutputSize2D("output_size"), a.Bool("return_indices", false))),
        ["MaxUnpool2d"] = a => Unpool(new MaxUnpool2d(a.Size2D("kernel_size"), a.OptionalSize2D("stride"), a.Padding2D("padding"))),
        ["MaxPool3d"] = a => Pool(new MaxPool3d(
            a.Size3D("kernel_size"),
            a.OptionalSize3D("stride"),
            a.Padding3D("padding"),
            a.Size3D("dilation"),
            a.Bool("return_indices", false),
            a.Bool("ceil_mode", false))),
        ["AvgPool3d"] = a => Of(new AvgPool3d(
            a.Size3D("kernel_size"),
            a.OptionalSize3D("stride"),
            a.Padding3D("padding"),
            a.Bool("ceil_mode", false),
            a.Bool("count_include_pad", true),
            a.OptionalInt("divisor_override"))),
        ["LPPool3d"] = a => Of(new LPPool3d(
            a.Double("norm_type", 0), a.Size3D("kernel_size"), a.OptionalSize3D("stride"), a.Bool("ceil_mode", false))),
        ["AdaptiveAvgPool3d"] = a => Of(new AdaptiveAvgPool3d(a.OutputSize3D("output_size"))),
        ["AdaptiveMaxPool3d"] = a => Pool(new AdaptiveMaxPool3d(a.OutputSize3D("output_size"), a.Bool("return_indices", false))),
        ["MaxUnpool3d"] = a => Unpool(new MaxUnpool3d(a.Size3D("kernel_size"), a.OptionalSize3D("stride"), a.Padding3D("padding"))),
        ["FractionalMaxPool2d"] = a => Pool(new FractionalMaxPool2d(
            a.Size2D("kernel_size"),
            a.OptionalSize2D("output_size"),
            a.OptionalScale("output_ratio"),
            a.Bool("return_indices", false),
            a.Tensor("_random_samples"))),
        ["FractionalMaxPool3d"] = a => Pool(new FractionalMaxPool3d(
            a.Size3D("kernel_size"),
            a.OptionalSize3D("output_size"),
            a.OptionalScale("output_ratio"),
            a.Bool("return_indices", false),
            a.Tensor("_random_samples"))),
    };

    private static Subject Pool(MaxPool1d layer) => layer.ReturnIndices
        ? new(layer, x => Both(layer.ForwardWithIndices((Tensor)x[0])), x => Both(layer.ForwardWithIndices((Tensor)x[0])))
        : Of(layer);

    private static Subject Pool(AdaptiveMaxPool1d layer) => layer.ReturnIndices
        ? new(layer, x => Both(layer.ForwardWithIndices((Tensor)x[0])), x => Both(layer.ForwardWithIndices((Tensor)x[0])))
        : Of(layer);

    private static Subject Unpool(MaxUnpool1d layer) => Of<Tensor<long>>(layer, layer.Call, layer.Forward);

    private static Subject Pool(MaxPool2d layer) => layer.ReturnIndices
        ? new(layer, x => Both(layer.ForwardWithIndices((Tensor)x[0])), x => Both(layer.ForwardWithIndices((Tensor)x[0])))
        : Of(layer);

    private static Subject Pool(AdaptiveMaxPool2d layer) => layer.ReturnIndices
        ? new(layer, x => Both(layer.ForwardWithIndices((Tensor)x[0])), x => Both(layer.ForwardWithIndices((Tensor)x[0])))
        : Of(layer);

    private static Subject Unpool(MaxUnpool2d layer) => Of<Tensor<long>>(layer, layer.Call, layer.Forward);

    private static Subject Pool(MaxPool3d layer) => layer.ReturnIndices
        ? new(layer, x => Both(layer.ForwardWithIndices((Tensor)x[0])), x => Both(layer.ForwardWithIndices((Tensor)x[0])))
        : Of(layer);

    private static Subject Pool(AdaptiveMaxPool3d layer) => layer.ReturnIndices
        ? new(layer, x => Both(layer.ForwardWithIndices((Tensor)x[0])), x => Both(layer.ForwardWithIndices((Tensor)x[0])))
        : Of(layer);

    private static Subject Unpool(MaxUnpool3d layer) => Of<Tensor<long>>(layer, layer.Call, layer.Forward);

    private static Subject Pool(FractionalMaxPool2d layer) => layer.ReturnIndices
        ? new(layer, x => Both(layer.ForwardWithIndices((Tensor)x[0])), x => Both(layer.ForwardWithIndices((Tensor)x[0])))
        : Of(layer);

    private static Subject Pool(FractionalMaxPool3d layer) => layer.ReturnIndices
        ? new(layer, x => Both(layer.ForwardWithIndices((Tensor)x[0])), x => Both(layer.ForwardWithIndices((Tensor)x[0])))
        : Of(layer);

    private static TensorBase[] Both((Tensor Output, Tensor<long> Indices) results) => [results.Output, results.Indices];
}
