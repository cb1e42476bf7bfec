[Module]
public partial class Tower(int channels)
{
    private readonly Conv2d conv1 = new(channels, channels, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn1 = new(channels);
    private readonly Conv2d conv2 = new(channels, channels, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn2 = new(channels);

    public Tensor Forward([Shape("N, channels, H, W")] Tensor x) => F.Relu(x + bn2.Forward(conv2.Forward(F.Relu(bn1.Forward(conv1.Forward(x))))));
}

[Module]
public partial class AlphaZero(int board = 8, int moves = 65)
{
    private readonly Conv2d stem = new(3, 128, 3, padding: 1);
    private readonly ModuleList<Tower> tower = new(6, _ => new Tower(128));
    private readonly Conv2d policyConv = new(128, 2, 1);
    private readonly Linear policy = new(2 * board * board, moves);
    private readonly Conv2d valueConv = new(128, 1, 1);
    private readonly Linear value1 = new(board * board, 64);
    private readonly Linear value2 = new(64, 1);

    public (Tensor Policy, Tensor Value) Forward([Shape("N, 3, board, board")] Tensor x)
    {
        x = F.Relu(stem.Forward(x));
        foreach (var block in tower)
            x = block.Forward(x);
        var p = policy.Forward(F.Relu(policyConv.Forward(x)).Flatten(1));
        var v = value2.Forward(F.Relu(value1.Forward(F.Relu(valueConv.Forward(x)).Flatten(1))));
        return (F.LogSoftmax(p, 1), F.Tanh(v));
    }
}
