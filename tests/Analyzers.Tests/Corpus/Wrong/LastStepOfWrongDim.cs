// NNG1001: 'fc' takes 50 features, but 'x[.., -1]' is [N, 784]: let 'fc' take 784
[Module]
public partial class TemporalBlock(int inputs, int outputs, int kernel, int dilation)
{
    private readonly int pad = (kernel - 1) * dilation;
    private readonly Conv1d conv1 = new(inputs, outputs, kernel, padding: (kernel - 1) * dilation, dilation: dilation);
    private readonly Conv1d conv2 = new(outputs, outputs, kernel, padding: (kernel - 1) * dilation, dilation: dilation);
    private readonly Conv1d? downsample = inputs != outputs ? new Conv1d(inputs, outputs, 1) : null;

    private Tensor Chomp(Tensor x) => x[.., .., ..^pad];

    public Tensor Forward(Tensor x)
    {
        var y = F.Relu(Chomp(conv1.Forward(x)));
        y = F.Relu(Chomp(conv2.Forward(y)));
        var res = downsample is null ? x : downsample.Forward(x);
        return F.Relu(y + res);
    }
}

[Module]
public partial class Tcn
{
    private static readonly int[] channels = [25, 25, 50, 50];
    private readonly ModuleList<TemporalBlock> blocks = new(4, i => new TemporalBlock(i == 0 ? 1 : channels[i - 1], channels[i], 7, 1 << i));
    private readonly Linear fc = new(50, 10);

    public Tensor Forward([Shape("N, 1, 784")] Tensor x)
    {
        foreach (var b in blocks) x = b.Forward(x);
        return [|fc.Forward(x[.., -1])|];
    }
}
