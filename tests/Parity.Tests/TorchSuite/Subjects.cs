using static NnGen.Parity.Tests.TorchSuite.Subject;

namespace NnGen.Parity.Tests.TorchSuite;

/// <summary>torch.nn classes by name, made from PyTorch's arguments. Classes that are not here are listed in not-covered.txt.</summary>
internal static partial class Subjects
{
    public static IReadOnlyDictionary<string, Func<Arguments, Subject>> All { get; } = new[] { Activations(), Layers(), Convolutions(), Pools(), Borders(), Norms(), Vision(), Sequences(), Attention(), Losses() }
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
        ["GELU"] = a => Of(new GELU(a.Gelu("approximate"))),
        ["Hardshrink"] = a => Of(new Hardshrink(a.Double("lambd", 0.5))),
        ["Hardtanh"] = a => Of(new Hardtanh(a.Double("min_val", -1), a.Double("max_val", 1))),
        ["LeakyReLU"] = a => Of(new LeakyReLU(a.Double("negative_slope", 0.01))),
        ["Softplus"] = a => Of(new Softplus(a.Double("beta", 1), a.Double("threshold", 20))),
        ["Softshrink"] = a => Of(new Softshrink(a.Double("lambd", 0.5))),
        ["PReLU"] = a => Of(new PReLU(a.Int("num_parameters", 1), a.Double("init", 0.25))),
        ["GLU"] = a => Of(new GLU(a.Int("dim", -1))),
        ["RReLU"] = a => Of(new RReLU(a.Double("lower", 1.0 / 8), a.Double("upper", 1.0 / 3))),
        ["Dropout"] = a => Of(new Dropout(a.Double("p", 0.5))),
        ["Dropout1d"] = a => Of(new Dropout1d(a.Double("p", 0.5))),
        ["Dropout2d"] = a => Of(new Dropout2d(a.Double("p", 0.5))),
        ["Dropout3d"] = a => Of(new Dropout3d(a.Double("p", 0.5))),
        ["AlphaDropout"] = a => Of(new AlphaDropout(a.Double("p", 0.5))),
        ["FeatureAlphaDropout"] = a => Of(new FeatureAlphaDropout(a.Double("p", 0.5))),
        ["Threshold"] = a => Of(new Threshold(a.Double("threshold", 0), a.Double("value", 0))),
    };

    private static Dictionary<string, Func<Arguments, Subject>> Layers() => new()
    {
        ["Linear"] = a => Of(new Linear(a.Int("in_features"), a.Int("out_features"), a.Bool("bias", true))),
        ["Bilinear"] = a => Pair(new Bilinear(a.Int("in1_features"), a.Int("in2_features"), a.Int("out_features"), a.Bool("bias", true))),
        ["PairwiseDistance"] = a => Pair(new PairwiseDistance(a.Double("p", 2), a.Double("eps", 1e-6), a.Bool("keepdim", false))),
        ["CosineSimilarity"] = a => Pair(new CosineSimilarity(a.Int("dim", 1), a.Double("eps", 1e-8))),
        ["Flatten"] = a => Of(new Flatten(a.Int("start_dim", 1), a.Int("end_dim", -1))),
    };

    private static Subject Pair(Bilinear layer) => Of<Tensor>(layer, layer.Call, layer.Forward);

    private static Subject Pair(PairwiseDistance layer) => Of<Tensor>(layer, layer.Call, layer.Forward);

    private static Subject Pair(CosineSimilarity layer) => Of<Tensor>(layer, layer.Call, layer.Forward);
}
