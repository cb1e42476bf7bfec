// NNG2001: 'Tensor.Item' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
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
