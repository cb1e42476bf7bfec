var net = new Net(depth: 2);
var y = net.Call(Tensor.Rand(4, 1, 28, 28));
var plain = new Sequential(new Linear(10, 20), new ReLU(), new Linear(20, 1));
var z = plain.Call(Tensor.Randn(5, 10));
Console.WriteLine($"{y.Shape} {z.Shape}");

[Module]
public partial class Block(int channels, int hidden)
{
    private readonly LayerNorm norm = new(channels);
    private readonly Linear up = new(channels, hidden);
    private readonly Linear down = new(hidden, channels);
    [return: Shape("*B, channels")]
    public Tensor Forward([Shape("*B, channels")] Tensor x)
        => x + down.Forward(F.Gelu(up.Forward(norm.Forward(x))));
}

[Module]
public partial class Net(int depth)
{
    private readonly Sequential stem = new(new Conv2d(1, 32, 3), new ReLU(), new Flatten());
    private readonly ModuleList<Block> blocks = new(depth, _ => new Block(32 * 26 * 26, 64));
    private readonly Parameter scale = new(Tensor.Ones(1));
    [Buffer] private readonly Tensor mean = Tensor.Zeros(1);
    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        x = stem.Forward(x - mean);
        foreach (var block in blocks) x = block.Forward(x);
        return x * scale;
    }
}
