// NNG2001: 'Enumerable.Aggregate' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
[Module]
public partial class Net
{
    private readonly ModuleList<Linear> layers = [new(4, 4), new(4, 4)];

    public Tensor Forward([Shape("N, 4")] Tensor x)
        => [|layers.Aggregate(x, (h, layer) => F.Relu(layer.Forward(h)))|];
}
