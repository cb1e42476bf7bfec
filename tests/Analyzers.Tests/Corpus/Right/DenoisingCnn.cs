[Module]
public partial class DnCnn(int depth = 17)
{
    private readonly Conv2d first = new(1, 64, 3, padding: 1);
    private readonly ModuleList<Sequential> middle = new(depth - 2, _ => new Sequential(new Conv2d(64, 64, 3, padding: 1, bias: false), new BatchNorm2d(64), new ReLU()));
    private readonly Conv2d last = new(64, 1, 3, padding: 1);

    [return: Shape("N, 1, H, W")]
    public Tensor Forward([Shape("N, 1, H, W")] Tensor noisy)
    {
        var x = F.Relu(first.Forward(noisy));
        foreach (var block in middle)
            x = block.Forward(x);
        return noisy - last.Forward(x);
    }
}
