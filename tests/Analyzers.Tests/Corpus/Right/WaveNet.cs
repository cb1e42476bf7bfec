[Module]
public partial class WaveNetBlock(int residual, int skip, int dilation)
{
    private readonly Conv1d filter = new(residual, residual, 2, dilation: dilation);
    private readonly Conv1d gate = new(residual, residual, 2, dilation: dilation);
    private readonly Conv1d toResidual = new(residual, residual, 1);
    private readonly Conv1d toSkip = new(residual, skip, 1);

    public (Tensor Residual, Tensor Skip) Forward([Shape("N, residual, T")] Tensor x)
    {
        var padded = F.Pad(x, (dilation, 0));
        var h = F.Tanh(filter.Forward(padded)) * F.Sigmoid(gate.Forward(padded));
        return (x + toResidual.Forward(h), toSkip.Forward(h));
    }
}

[Module]
public partial class WaveNet(int layers)
{
    private readonly Conv1d start = new(256, 64, 1);
    private readonly ModuleList<WaveNetBlock> blocks = new(layers, i => new WaveNetBlock(64, 128, 1 << (i % 10)));
    private readonly Conv1d end1 = new(128, 256, 1);
    private readonly Conv1d end2 = new(256, 256, 1);

    public Tensor Forward([Shape("N, 256, T")] Tensor x)
    {
        x = start.Forward(x);
        var sum = Tensor.Zeros(x.Size(0), 128, x.Size(2));
        foreach (var block in blocks)
        {
            var (next, skip) = block.Forward(x);
            x = next;
            sum = sum + skip;
        }

        return end2.Forward(F.Relu(end1.Forward(F.Relu(sum))));
    }
}
