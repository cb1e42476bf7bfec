[Module]
public partial class GatLayer(int inputs, int outputs, double alpha)
{
    private readonly Parameter w = new(Tensor.Randn(inputs, outputs));
    private readonly Parameter source = new(Tensor.Randn(outputs, 1));
    private readonly Parameter target = new(Tensor.Randn(outputs, 1));

    public Tensor Forward([Shape("V, inputs")] Tensor x, [Shape("V, V")] Tensor<bool> absent)
    {
        var wh = x.MatMul(w);
        var e = F.LeakyRelu(wh.MatMul(source) + wh.MatMul(target).T, alpha);
        var attention = F.Softmax(e.MaskedFill(absent, -9e15), 1);
        return F.Elu(attention.MatMul(wh));
    }
}

[Module]
public partial class Gat
{
    private readonly ModuleList<GatLayer> heads = new(8, _ => new GatLayer(1433, 8, 0.2));
    private readonly GatLayer output = new(64, 7, 0.2);

    public Tensor Forward([Shape("V, 1433")] Tensor x, [Shape("V, V")] Tensor<bool> absent)
    {
        var parts = new List<Tensor>();
        foreach (var head in heads)
            parts.Add(head.Forward(x, absent));
        return F.LogSoftmax(output.Forward(F.Cat(parts, 1), absent), 1);
    }
}
