// NNG2099: 'from i in Enumerable.Range(0, 3) select fc.Forward(x) * i' cannot be compiled: use tensor operators, functions of F and child modules
// NNG2001: 'Enumerable.Last' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var steps = [|from i in Enumerable.Range(0, 3) select fc.Forward(x) * i|];
        return [|steps.Last()|];
    }
}
