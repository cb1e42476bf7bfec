[Module]
public partial class ActorCritic(int inputs, int actions)
{
    private readonly Conv2d conv1 = new(inputs, 32, 3, stride: 2, padding: 1);
    private readonly Conv2d conv2 = new(32, 32, 3, stride: 2, padding: 1);
    private readonly Conv2d conv3 = new(32, 32, 3, stride: 2, padding: 1);
    private readonly Conv2d conv4 = new(32, 32, 3, stride: 2, padding: 1);
    private readonly LSTMCell lstm = new(32 * 3 * 3, 256);
    private readonly Linear critic = new(256, 1);
    private readonly Linear actor = new(256, actions);

    public (Tensor Value, Tensor Policy, Tensor H, Tensor C) Forward([Shape("N, inputs, 42, 42")] Tensor x, [Shape("N, 256")] Tensor h, [Shape("N, 256")] Tensor c)
    {
        x = F.Elu(conv1.Forward(x));
        x = F.Elu(conv2.Forward(x));
        x = F.Elu(conv3.Forward(x));
        x = F.Elu(conv4.Forward(x));
        (h, c) = lstm.Forward(x.View(-1, 32 * 3 * 3), (h, c));
        return (critic.Forward(h), actor.Forward(h), h, c);
    }
}
