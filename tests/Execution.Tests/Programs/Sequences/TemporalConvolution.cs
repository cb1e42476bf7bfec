using NnGen;

namespace Programs.Sequences.TemporalConvolution;

// TCN: causal convolution by padding both sides and cutting the end.
[Module]
public partial class TemporalBlock(int nInputs, int nOutputs, int kernelSize, int dilation)
{
    private readonly Conv1d conv1 = new(nInputs, nOutputs, kernelSize, padding: (kernelSize - 1) * dilation, dilation: dilation);
    private readonly Conv1d conv2 = new(nOutputs, nOutputs, kernelSize, padding: (kernelSize - 1) * dilation, dilation: dilation);
    private readonly Conv1d? downsample = nInputs != nOutputs ? new Conv1d(nInputs, nOutputs, 1) : null;
    private readonly int chomp = (kernelSize - 1) * dilation;

    public Tensor Forward([Shape("N, nInputs, L")] Tensor x)
    {
        var y = F.Relu(conv1.Forward(x)[.., .., ..^chomp]);
        y = F.Relu(conv2.Forward(y)[.., .., ..^chomp]);
        return F.Relu(y + (downsample?.Forward(x) ?? x));
    }
}

[Module]
public partial class TemporalConvNet
{
    private readonly TemporalBlock first = new(2, 3, 2, 1);
    private readonly TemporalBlock second = new(3, 3, 2, 2);

    public Tensor Forward([Shape("N, 2, L")] Tensor x) => second.Forward(first.Forward(x));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TemporalConvNet(), n => [Tensor.Randn(n, 2, 6)]);
}
