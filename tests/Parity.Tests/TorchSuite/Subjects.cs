using static NnGen.Parity.Tests.TorchSuite.Subject;

namespace NnGen.Parity.Tests.TorchSuite;

/// <summary>torch.nn classes by name, made from PyTorch's arguments. Classes that are not here are listed in not-covered.txt.</summary>
internal static partial class Subjects
{
    public static IReadOnlyDictionary<string, Func<Arguments, Subject>> All { get; } = new[] { Activations(), Layers(), Sequences(), Losses() }
        .SelectMany(table => table)
        .ToDictionary(entry => entry.Key, entry => entry.Value);

    private static Dictionary<string, Func<Arguments, Subject>> Activations() => new()
    {
        ["Hardsigmoid"] = _ => Of(new Hardsigmoid()),
        ["Hardswish"] = _ => Of(new Hardswish()),
        ["Identity"] = _ => Of(new Identity()),
        ["LogSigmoid"] = _ => Of(new LogSigmoid()),
        ["Mish"] = _ => Of(new Mish()),
        ["ReLU"] = _ => Of(new ReLU()),
        ["ReLU6"] = _ => Of(new ReLU6()),
        ["SELU"] = _ => Of(new SELU()),
        ["SiLU"] = _ => Of(new SiLU()),
        ["Sigmoid"] = _ => Of(new Sigmoid()),
        ["Softsign"] = _ => Of(new Softsign()),
        ["Tanh"] = _ => Of(new Tanh()),
        ["Tanhshrink"] = _ => Of(new Tanhshrink()),
        ["CELU"] = a => Of(new CELU(a.Double("alpha", 1))),
        ["ELU"] = a => Of(new ELU(a.Double("alpha", 1))),
        ["GELU"] = _ => Of(new GELU()),
        ["Hardshrink"] = a => Of(new Hardshrink(a.Double("lambd", 0.5))),
        ["Hardtanh"] = a => Of(new Hardtanh(a.Double("min_val", -1), a.Double("max_val", 1))),
        ["LeakyReLU"] = a => Of(new LeakyReLU(a.Double("negative_slope", 0.01))),
        ["Softplus"] = a => Of(new Softplus(a.Double("beta", 1), a.Double("threshold", 20))),
        ["Softshrink"] = a => Of(new Softshrink(a.Double("lambd", 0.5))),
        ["Threshold"] = a => Of(new Threshold(a.Double("threshold", 0), a.Double("value", 0))),
    };

    private static Dictionary<string, Func<Arguments, Subject>> Layers() => new()
    {
        ["Linear"] = a => Of(new Linear(a.Int("in_features"), a.Int("out_features"), a.Bool("bias", true))),
        ["Flatten"] = a => Of(new Flatten(a.Int("start_dim", 1), a.Int("end_dim", -1))),
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
        ["ConvTranspose1d"] = a => Of(new ConvTranspose1d(
            a.Int("in_channels"),
            a.Int("out_channels"),
            a.Size1D("kernel_size"),
            a.Size1D("stride"),
            a.Padding1D("padding"),
            a.Padding1D("output_padding"),
            a.Int("groups", 1),
            a.Bool("bias", true),
            a.Size1D("dilation"))),
        ["ConvTranspose2d"] = a => Of(new ConvTranspose2d(
            a.Int("in_channels"),
            a.Int("out_channels"),
            a.Size2D("kernel_size"),
            a.Size2D("stride"),
            a.Padding2D("padding"),
            a.Padding2D("output_padding"),
            a.Int("groups", 1),
            a.Bool("bias", true),
            a.Size2D("dilation"))),
        ["MaxPool2d"] = a => Of(new MaxPool2d(
            a.Size2D("kernel_size"),
            a.OptionalSize2D("stride"),
            a.Padding2D("padding"),
            a.Size2D("dilation"),
            ceilMode: a.Bool("ceil_mode", false))),
        ["AvgPool2d"] = a => Of(new AvgPool2d(
            a.Size2D("kernel_size"),
            a.OptionalSize2D("stride"),
            a.Padding2D("padding"),
            a.Bool("ceil_mode", false),
            a.Bool("count_include_pad", true),
            a.OptionalInt("divisor_override"))),
        ["AdaptiveAvgPool2d"] = a => Of(new AdaptiveAvgPool2d(a.OutputSize2D("output_size"))),
        ["BatchNorm1d"] = a => Of(new BatchNorm1d(
            a.Int("num_features"), a.Double("eps", 1e-5), a.OptionalDouble("momentum", 0.1), a.Bool("affine", true), a.Bool("track_running_stats", true))),
        ["BatchNorm2d"] = a => Of(new BatchNorm2d(
            a.Int("num_features"), a.Double("eps", 1e-5), a.OptionalDouble("momentum", 0.1), a.Bool("affine", true), a.Bool("track_running_stats", true))),
    };
}
