[Module]
public partial class GraphConvolution(int inFeatures, int outFeatures)
{
    private readonly Parameter weight = new(Tensor.Zeros(inFeatures, outFeatures));
    private readonly Parameter bias = new(Tensor.Zeros(outFeatures));

    public Tensor Forward(Tensor x, Tensor adjacency) => adjacency.MatMul(x.MatMul(weight)) + bias;
}

[Module]
public partial class Gcn
{
    private readonly GraphConvolution gc1 = new(1433, 16);
    private readonly GraphConvolution gc2 = new(16, 7);

    [return: Shape("2708, 7")]
    public Tensor Forward([Shape("2708, 1433")] Tensor x, [Shape("2708, 2708")] Tensor adjacency)
    {
        x = F.Dropout(F.Relu(gc1.Forward(x, adjacency)), 0.5, Training);
        return F.LogSoftmax(gc2.Forward(x, adjacency), 1);
    }
}
