[Module]
public partial class Conditioner(int features, int bins)
{
    private readonly Linear hidden = new(features, 64);
    private readonly Linear widths = new(64, features * bins);
    private readonly Linear heights = new(64, features * bins);
    private readonly Linear slopes = new(64, features * (bins + 1));

    public (Tensor Widths, Tensor Heights, Tensor Slopes) Forward([Shape("N, features")] Tensor x)
    {
        var h = F.Relu(hidden.Forward(x));
        var w = F.Softmax(widths.Forward(h).View(-1, features, bins), -1);
        var t = F.Softmax(heights.Forward(h).View(-1, features, bins), -1);
        var d = F.Softplus(slopes.Forward(h).View(-1, features, bins + 1));
        return (w.CumSum(-1), t.CumSum(-1), d);
    }
}
