using NnGen;

namespace Programs.Structured.Film;

[Module]
public partial class Film(int channels, int conditions)
{
    private readonly Conv2d conv = new(channels, channels, 3, padding: 1);
    private readonly Linear gamma = new(conditions, channels);
    private readonly Linear beta = new(conditions, channels);

    [return: Shape("N, channels, H, W")]
    public Tensor Forward([Shape("N, channels, H, W")] Tensor x, [Shape("N, conditions")] Tensor condition)
    {
        var scale = gamma.Forward(condition).Unsqueeze(2).Unsqueeze(3);
        var shift = beta.Forward(condition).View(-1, channels, 1, 1);
        return F.Relu(conv.Forward(x) * (1 + scale) + shift) + x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Film(2, 3), n => [Tensor.Randn(n, 2, 3, 3), Tensor.Randn(n, 3)]);
}
