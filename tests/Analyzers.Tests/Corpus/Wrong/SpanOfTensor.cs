// NNG2001: 'Tensor.AsSpan' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var values = [|x.AsSpan()|];
        return fc.Forward(x) * values[0];
    }
}
