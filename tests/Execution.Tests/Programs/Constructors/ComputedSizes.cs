using NnGen;

namespace Programs.Constructors.ComputedSizes;

[Module]
public partial class FeedForward(int channels, int expansion = 4)
{
    private readonly Linear c_fc = new(channels, expansion * channels);
    private readonly Linear c_proj = new(expansion * channels, channels);

    public int Hidden => expansion * channels;

    [return: Shape("*B, channels")]
    public Tensor Forward([Shape("*B, channels")] Tensor x) => c_proj.Forward(F.Gelu(c_fc.Forward(x)));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new FeedForward(3), n => [Tensor.Randn(n, 2, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new FeedForward(2, expansion: 3), n => [Tensor.Randn(n, 2)]);
}
