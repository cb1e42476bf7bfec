// NNG1001: 'Conv2d(i, o, 3, padding: 1)' takes 33 channels, but 'input' is [_, 32, _, _]: let 'Conv2d(i, o, 3, padding: 1)' take 32
[Module]
public partial class Net
{
    private readonly Sequential blocks = new(Block(16, 32), [|Block(33, 64)|]);
    public Tensor Forward([Shape("N, 16, 14, 14")] Tensor x) => blocks.Forward(x);
    private static Sequential Block(int i, int o) => new(new Conv2d(i, o, 3, padding: 1), new ReLU());
}
