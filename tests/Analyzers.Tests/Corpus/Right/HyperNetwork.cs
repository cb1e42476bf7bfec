[Module]
public partial class HyperNet(int z, int inputs, int outputs)
{
    private readonly Linear weights = new(z, inputs * outputs);
    private readonly Linear biases = new(z, outputs);

    public Tensor Forward([Shape("N, inputs")] Tensor x, [Shape("N, z")] Tensor code)
    {
        var w = weights.Forward(code).View(-1, outputs, inputs);
        return F.Bmm(w, x.Unsqueeze(2)).Squeeze(2) + biases.Forward(code);
    }
}

[Module]
public partial class Conditioned
{
    private readonly HyperNet layer1 = new(8, 2, 64);
    private readonly HyperNet layer2 = new(8, 64, 1);

    public Tensor Forward([Shape("N, 2")] Tensor x, [Shape("N, 8")] Tensor code) => layer2.Forward(F.Tanh(layer1.Forward(x, code)), code);
}
