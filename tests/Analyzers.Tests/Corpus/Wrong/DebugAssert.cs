// NNG2001: 'Debug.Assert' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
// NNG2001: 'ArgumentNullException.ThrowIfNull' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|System.Diagnostics.Debug.Assert(x.Shape[0] > 0)|];
        [|ArgumentNullException.ThrowIfNull(x)|];
        return fc.Forward(x);
    }
}
