[Module]
public partial class MixtureDensity(int components)
{
    private readonly Linear hidden = new(1, 20);
    private readonly Linear pi = new(20, components);
    private readonly Linear mu = new(20, components);
    private readonly Linear sigma = new(20, components);

    public Tensor Forward([Shape("N, 1")] Tensor x, [Shape("N, 1")] Tensor y)
    {
        var h = F.Tanh(hidden.Forward(x));
        var s = sigma.Forward(h).Exp();
        var logs = F.LogSoftmax(pi.Forward(h), 1) - 0.5 * ((y - mu.Forward(h)) / s).Square() - s.Log();
        return -logs.LogSumExp(1).Mean();
    }
}
