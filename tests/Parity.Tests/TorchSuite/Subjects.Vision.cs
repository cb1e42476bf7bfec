using static NnGen.Parity.Tests.TorchSuite.Subject;

namespace NnGen.Parity.Tests.TorchSuite;

internal static partial class Subjects
{
    private static Dictionary<string, Func<Arguments, Subject>> Norms() => new()
    {
        ["BatchNorm1d"] = a => Of(new BatchNorm1d(
            a.Int("num_features"), a.Double("eps", 1e-5), a.OptionalDouble("momentum", 0.1), a.Bool("affine", true), a.Bool("track_running_stats", true))),
        ["InstanceNorm1d"] = a => Of(new InstanceNorm1d(
            a.Int("num_features"), a.Double("eps", 1e-5), a.OptionalDouble("momentum", 0.1), a.Bool("affine", false), a.Bool("track_running_stats", false))),
        ["BatchNorm2d"] = a => Of(new BatchNorm2d(
            a.Int("num_features"), a.Double("eps", 1e-5), a.OptionalDouble("momentum", 0.1), a.Bool("affine", true), a.Bool("track_running_stats", true))),
        ["InstanceNorm2d"] = a => Of(new InstanceNorm2d(
            a.Int("num_features"), a.Double("eps", 1e-5), a.OptionalDouble("momentum", 0.1), a.Bool("affine", false), a.Bool("track_running_stats", false))),
        ["BatchNorm3d"] = a => Of(new BatchNorm3d(
            a.Int("num_features"), a.Double("eps", 1e-5), a.OptionalDouble("momentum", 0.1), a.Bool("affine", true), a.Bool("track_running_stats", true))),
        ["InstanceNorm3d"] = a => Of(new InstanceNorm3d(
            a.Int("num_features"), a.Double("eps", 1e-5), a.OptionalDouble("momentum", 0.1), a.Bool("affine", false), a.Bool("track_running_stats", false))),
        ["GroupNorm"] = a => Of(new GroupNorm(a.Int("num_groups"), a.Int("num_channels"), a.Double("eps", 1e-5), a.Bool("affine", true))),
        ["RMSNorm"] = a => Of(new RMSNorm(a.Sizes("normalized_shape"), a.OptionalDouble("eps", null), a.Bool("elementwise_affine", true))),
        ["LocalResponseNorm"] = a => Of(new LocalResponseNorm(a.Int("size"), a.Double("alpha", 1e-4), a.Double("beta", 0.75), a.Double("k", 1))),
        ["CrossMapLRN2d"] = a => Of(new CrossMapLRN2d(a.Int("size"), a.Double("alpha", 1e-4), a.Double("beta", 0.75), a.Double("k", 1))),
    };

    private static Dictionary<string, Func<Arguments, Subject>> Vision() => new()
    {
        ["PixelShuffle"] = a => Of(new PixelShuffle(a.Int("upscale_factor"))),
        ["PixelUnshuffle"] = a => Of(new PixelUnshuffle(a.Int("downscale_factor"))),
        ["ChannelShuffle"] = a => Of(new ChannelShuffle(a.Int("groups"))),
        ["Unflatten"] = a => Of(new Unflatten(a.Int("dim"), a.Sizes("unflattened_size"))),
        ["Unfold"] = a => Of(new Unfold(a.Size2D("kernel_size"), a.Size2D("dilation"), a.Padding2D("padding"), a.Size2D("stride"))),
        ["Fold"] = a => Of(new Fold(a.Size2D("output_size"), a.Size2D("kernel_size"), a.Size2D("dilation"), a.Padding2D("padding"), a.Size2D("stride"))),
        ["Upsample"] = a => Of(new Upsample(
            a.OptionalSizes("size"),
            a.OptionalScale("scale_factor"),
            a.Enumerated("mode", InterpolationMode.Nearest),
            a.OptionalBool("align_corners"),
            a.OptionalBool("recompute_scale_factor"))),
        ["UpsamplingNearest2d"] = a => Of(new UpsamplingNearest2d(a.OptionalSizes("size"), a.OptionalScale("scale_factor"))),
        ["UpsamplingBilinear2d"] = a => Of(new UpsamplingBilinear2d(a.OptionalSizes("size"), a.OptionalScale("scale_factor"))),
        ["F.interpolate"] = a => Of(new Interpolating(
            a.OptionalSizes("size"),
            a.OptionalScale("scale_factor"),
            a.Enumerated("mode", InterpolationMode.Nearest),
            a.OptionalBool("align_corners"),
            a.OptionalBool("recompute_scale_factor"),
            a.Bool("antialias", false))),
        ["F.pad"] = a => Of(new Padded(a.Sizes("pad"), a.Enumerated("mode", PaddingMode.Constant), a.Double("value", 0))),
        ["F.affine_grid"] = a => Of(new AffinePlacing(a.Sizes("size"), a.Bool("align_corners", false))),
        ["F.grid_sample"] = a => Sampler(new GridSampling(
            a.Enumerated("mode", InterpolationMode.Bilinear), a.Enumerated("padding_mode", GridSamplePaddingMode.Zeros), a.Bool("align_corners", false))),
    };

    private static Subject Sampler(GridSampling module) => Of<Tensor>(module, module.Call, module.Forward);
}
