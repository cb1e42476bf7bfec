using static NnGen.Parity.Tests.TorchSuite.Subject;

namespace NnGen.Parity.Tests.TorchSuite;

/// <summary>torch.nn classes by name, made from PyTorch's arguments. Classes that are not here are listed in not-covered.txt.</summary>
internal static partial class Subjects
{
    public static IReadOnlyDictionary<string, Func<Arguments, Subject>> All { get; } = new[] { Activations(), Layers(), Convolutions(), Pools(), Borders(), Norms(), Vision(), Sequences(), Losses() }
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
    };
}
