// NNG2202: 'Tensor.ToArray' takes values out of a tensor, and what is computed from them has no gradient: compute with the tensor itself, or read the result of the call
// NNG2001: 'Tensor.From' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        float[] values = [|fc.Forward(x).ToArray()|];
        return [|Tensor.From(values, 4)|];
    }
}
