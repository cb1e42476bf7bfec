var policy = new AtariDqn(6);
var target = new AtariDqn(6);
var optimizer = new Adam(policy.Parameters(), lr: 0.00025);
target.LoadStateDict(policy.StateDict());
target.Eval();
for (var step = 0; step < 3; step++)
{
    var states = Tensor.Rand(32, 4, 84, 84);
    var actions = Tensor.Randint(0, 6, [32, 1]);
    var next = target.Predict(Tensor.Rand(32, 4, 84, 84)).Max(1).Values;
    var q = policy.Call(states).Gather(1, actions).Squeeze(1);
    var loss = F.SmoothL1Loss(q, Tensor.Rand(32) + 0.99 * next);
    optimizer.ZeroGrad();
    loss.Backward();
    optimizer.Step();
}

[Module]
public partial class AtariDqn(int actions)
{
    private readonly Conv2d conv1 = new(4, 32, 8, stride: 4);
    private readonly Conv2d conv2 = new(32, 64, 4, stride: 2);
    private readonly Conv2d conv3 = new(64, 64, 3);
    private readonly Linear fc1 = new(64 * 7 * 7, 512);
    private readonly Linear fc2 = new(512, actions);

    public Tensor Forward([Shape("N, 4, 84, 84")] Tensor x)
    {
        x = F.Relu(conv1.Forward(x / 255.0));
        x = F.Relu(conv2.Forward(x));
        x = F.Relu(conv3.Forward(x));
        return fc2.Forward(F.Relu(fc1.Forward(x.Flatten(1))));
    }
}
