[Module]
public partial class EdgeConvolution(int nodes, int edges, int hidden)
{
    private readonly Linear message = new(2 * nodes + edges, hidden);
    private readonly GRUCell update = new(hidden, nodes);

    public Tensor Forward([Shape("V, nodes")] Tensor x, [Shape("E")] Tensor<long> from, [Shape("E")] Tensor<long> to, [Shape("E, edges")] Tensor features)
    {
        var m = F.Relu(message.Forward(F.Cat([x.IndexSelect(0, from), x.IndexSelect(0, to), features], 1)));
        var sums = Tensor.Zeros(x.Size(0), hidden).ScatterAdd(0, to.Unsqueeze(1).Expand(-1, hidden), m);
        return update.Forward(sums, x);
    }
}
