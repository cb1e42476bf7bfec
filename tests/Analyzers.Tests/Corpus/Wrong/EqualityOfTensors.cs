// NNG2099: 'x == y' cannot be compiled: use tensor operators, functions of F and child modules
// NNG2001: 'Object.Equals' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N, 4")] Tensor y)
    {
        if ([|x == y|])
            return x;
        return [|fc.Forward(x).Equals(y)|] ? x : y;
    }
}
