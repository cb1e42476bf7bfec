// NNG2202: 'Tensor.Item' takes values out of a tensor, and what is computed from them has no gradient: compute with the tensor itself, or read the result of the call
[Module]
public partial class Net
{
    private readonly Linear a = new(4, 4);
    private readonly Linear b = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("1")] Tensor gate)
    {
        var layer = [|gate.Item()|] > 0 ? a : b;
        return layer.Forward(x);
    }
}
