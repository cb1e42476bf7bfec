[Module]
public partial class Net
{
    private readonly Sequential shared = new(new Linear(8, 64), new Tanh(), new Linear(64, 64), new Tanh());
    private readonly Linear pi = new(64, 4), v = new(64, 1);
    public Tensor Forward([Shape("N, 8")] Tensor obs, [Shape("N")] Tensor<long> act, [Shape("N")] Tensor adv, [Shape("N")] Tensor ret, [Shape("N")] Tensor oldLogp)
    {
        var h = shared.Forward(obs);
        var logits = pi.Forward(h);
        var logp = F.LogSoftmax(logits, -1);
        var entropy = -(logp.Exp() * logp).Sum(-1).Mean();
        var ratio = (logp.Gather(1, act[.., null]).Squeeze(1) - oldLogp).Exp();
        var surrogate = F.Minimum(ratio * adv, ratio.Clamp(0.8, 1.2) * adv).Mean();
        var valueLoss = F.MseLoss(v.Forward(h).Squeeze(-1), ret);
        return -surrogate + 0.5f * valueLoss - 0.01f * entropy;
    }
}
