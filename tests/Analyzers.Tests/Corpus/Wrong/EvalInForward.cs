// NNG2001: 'Dropout.Eval' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly Dropout dropout = new();

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|dropout.Eval()|];
        return dropout.Forward(fc.Forward(x));
    }
}
