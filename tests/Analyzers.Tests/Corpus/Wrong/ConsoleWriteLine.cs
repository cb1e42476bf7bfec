// NNG2001: 'Console.WriteLine' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
// NNG2001: 'Console.WriteLine' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = fc.Forward(x);
        [|Console.WriteLine($"hidden {y}")|];
        [|Console.WriteLine(y.Shape)|];
        return F.Relu(y);
    }
}
