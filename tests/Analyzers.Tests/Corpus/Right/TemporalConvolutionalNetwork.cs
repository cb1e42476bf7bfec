[Module]
public partial class TemporalBlock(int inputs, int outputs, int kernel, int dilation, double dropout)
{
    private readonly Conv1d conv1 = new(inputs, outputs, kernel, padding: (kernel - 1) * dilation, dilation: dilation);
    private readonly Conv1d conv2 = new(outputs, outputs, kernel, padding: (kernel - 1) * dilation, dilation: dilation);
    private readonly Dropout drop = new(dropout);
    private readonly Conv1d? downsample = inputs != outputs ? new Conv1d(inputs, outputs, 1) : null;

    public Tensor Forward([Shape("N, inputs, T")] Tensor x)
    {
        var length = x.Size(2);
        var h = drop.Forward(F.Relu(conv1.Forward(x)[.., .., ..length]));
        h = drop.Forward(F.Relu(conv2.Forward(h)[.., .., ..length]));
        return F.Relu(h + (downsample is null ? x : downsample.Forward(x)));
    }
}

[Module]
public partial class Tcn(int levels = 8, int hidden = 25)
{
    private readonly ModuleList<TemporalBlock> blocks = new(levels, i => new TemporalBlock(i == 0 ? 1 : hidden, hidden, 7, 1 << i, 0.05));
    private readonly Linear linear = new(hidden, 10);

    public Tensor Forward([Shape("N, 1, 784")] Tensor x)
    {
        foreach (var block in blocks)
            x = block.Forward(x);
        return linear.Forward(x[.., .., ^1]);
    }
}
