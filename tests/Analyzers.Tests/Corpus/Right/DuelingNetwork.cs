[Module]
public partial class Dueling(int actions)
{
    private readonly Sequential features = new(new Conv2d(4, 32, 8, 4), new ReLU(), new Conv2d(32, 64, 4, 2), new ReLU(), new Conv2d(64, 64, 3), new ReLU(), new Flatten());
    private readonly Sequential value = new(new Linear(3136, 512), new ReLU(), new Linear(512, 1));
    private readonly Sequential advantage = new(new Linear(3136, 512), new ReLU(), new Linear(512, actions));

    [return: Shape("N, actions")]
    public Tensor Forward([Shape("N, 4, 84, 84")] Tensor x)
    {
        x = features.Forward(x);
        var a = advantage.Forward(x);
        return value.Forward(x) + a - a.Mean(1, keepDim: true);
    }
}
