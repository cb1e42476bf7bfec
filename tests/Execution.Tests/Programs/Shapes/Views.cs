using NnGen;

namespace Programs.Shapes.Views;

[Module]
public partial class Views
{
    private readonly Linear fc = new(6, 6);

    public Tensor Forward([Shape("N, 2, 3")] Tensor x)
    {
        var flat = x.View(-1, 6);
        var h = fc.Forward(flat).Reshape(-1, 3, 2);
        h = h.Transpose(1, 2).Unsqueeze(1);
        return h.Squeeze(1).Permute(2, 0, 1).Flatten(0, 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Views(), n => [Tensor.Randn(n, 2, 3)]);
}
