[Module]
public partial class GaussianPolicy(int states, int actions)
{
    private readonly Linear fc1 = new(states, 256);
    private readonly Linear fc2 = new(256, 256);
    private readonly Linear mean = new(256, actions);
    private readonly Linear logStd = new(256, actions);

    public (Tensor Action, Tensor LogProb) Forward([Shape("N, states")] Tensor s, [Shape("N, actions")] Tensor noise)
    {
        var h = F.Relu(fc2.Forward(F.Relu(fc1.Forward(s))));
        var m = mean.Forward(h);
        var l = logStd.Forward(h).Clamp(-20, 2);
        var u = m + noise * l.Exp();
        var logProb = (-0.5 * noise.Square() - l).Sum(1, keepDim: true) - (1 - u.Tanh().Square() + 1e-6).Log().Sum(1, keepDim: true);
        return (u.Tanh(), logProb);
    }
}

[Module]
public partial class TwinQ(int states, int actions)
{
    private readonly Sequential q1 = new(new Linear(states + actions, 256), new ReLU(), new Linear(256, 1));
    private readonly Sequential q2 = new(new Linear(states + actions, 256), new ReLU(), new Linear(256, 1));

    public Tensor Forward([Shape("N, states")] Tensor s, [Shape("N, actions")] Tensor a)
    {
        var x = F.Cat([s, a], 1);
        return F.Minimum(q1.Forward(x), q2.Forward(x));
    }
}

[Module]
public partial class ActorLoss(GaussianPolicy policy, TwinQ critic)
{
    public Tensor Forward([Shape("N, 17")] Tensor s, [Shape("N, 6")] Tensor noise)
    {
        var (action, logProb) = policy.Forward(s, noise);
        return (0.2 * logProb - critic.Forward(s, action)).Mean();
    }
}
