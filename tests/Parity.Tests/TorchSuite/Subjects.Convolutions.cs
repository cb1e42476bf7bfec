using static NnGen.Parity.Tests.TorchSuite.Subject;

namespace NnGen.Parity.Tests.TorchSuite;

internal static partial class Subjects
{
    private static Dictionary<string, Func<Arguments, Subject>> Convolutions() => new()
    {
        ["Conv1d"] = a => Of(new Conv1d(
            a.Int("in_channels"),
            a.Int("out_channels"),
            a.Size1D("kernel_size"),
            a.Size1D("stride"),
            a.Padding1D("padding"),
            a.Size1D("dilation"),
            a.Int("groups", 1),
            a.Bool("bias", true),
            a.PaddingMode("padding_mode"))),
        ["Conv2d"] = a => Of(new Conv2d(
            a.Int("in_channels"),
            a.Int("out_channels"),
            a.Size2D("kernel_size"),
            a.Size2D("stride"),
            a.Padding2D("padding"),
            a.Size2D("dilation"),
            a.Int("groups", 1),
            a.Bool("bias", true),
            a.PaddingMode("padding_mode"))),
        ["Conv3d"] = a => Of(new Conv3d(
            a.Int("in_channels"),
            a.Int("out_channels"),
            a.Size3D("kernel_size"),
            a.Size3D("stride"),
            a.Padding3D("padding"),
            a.Size3D("dilation"),
            a.Int("groups", 1),
            a.Bool("bias", true),
            a.PaddingMode("padding_mode"))),
        ["ConvTranspose1d"] = a => Of(new ConvTranspose1d(
            a.Int("in_channels"),
            a.Int("out_channels"),
            a.Size1D("kernel_size"),
            a.Size1D("stride"),
            a.Padding1D("padding"),
            a.Padding1D("output_padding"),
            a.Int("groups", 1),
            a.Bool("bias", true),
            a.Size1D("dilation"),
            a.PaddingMode("padding_mode"))),
        ["ConvTranspose2d"] = a => Of(new ConvTranspose2d(
            a.Int("in_channels"),
            a.Int("out_channels"),
            a.Size2D("kernel_size"),
            a.Size2D("stride"),
            a.Padding2D("padding"),
            a.Padding2D("output_padding"),
            a.Int("groups", 1),
            a.Bool("bias", true),
            a.Size2D("dilation"),
            a.PaddingMode("padding_mode"))),
        ["ConvTranspose3d"] = a => Of(new ConvTranspose3d(
            a.Int("in_channels"),
            a.Int("out_channels"),
            a.Size3D("kernel_size"),
            a.Size3D("stride"),
            a.Padding3D("padding"),
            a.Padding3D("output_padding"),
            a.Int("groups", 1),
            a.Bool("bias", true),
            a.Size3D("dilation"),
            a.PaddingMode("padding_mode"))),
    };

    private static Dictionary<string, Func<Arguments, Subject>> Borders() => new()
    {
        ["ReflectionPad1d"] = a => Of(new ReflectionPad1d(a.Sides1D("padding"))),
        ["ReplicationPad1d"] = a => Of(new ReplicationPad1d(a.Sides1D("padding"))),
        ["CircularPad1d"] = a => Of(new CircularPad1d(a.Sides1D("padding"))),
        ["ZeroPad1d"] = a => Of(new ZeroPad1d(a.Sides1D("padding"))),
        ["ConstantPad1d"] = a => Of(new ConstantPad1d(a.Sides1D("padding"), a.Double("value", 0))),
        ["ReflectionPad2d"] = a => Of(new ReflectionPad2d(a.Sides2D("padding"))),
        ["ReplicationPad2d"] = a => Of(new ReplicationPad2d(a.Sides2D("padding"))),
        ["CircularPad2d"] = a => Of(new CircularPad2d(a.Sides2D("padding"))),
        ["ZeroPad2d"] = a => Of(new ZeroPad2d(a.Sides2D("padding"))),
        ["ConstantPad2d"] = a => Of(new ConstantPad2d(a.Sides2D("padding"), a.Double("value", 0))),
        ["ReflectionPad3d"] = a => Of(new ReflectionPad3d(a.Sides3D("padding"))),
        ["ReplicationPad3d"] = a => Of(new ReplicationPad3d(a.Sides3D("padding"))),
        ["CircularPad3d"] = a => Of(new CircularPad3d(a.Sides3D("padding"))),
        ["ZeroPad3d"] = a => Of(new ZeroPad3d(a.Sides3D("padding"))),
        ["ConstantPad3d"] = a => Of(new ConstantPad3d(a.Sides3D("padding"), a.Double("value", 0))),
    };
}
