// NNG2001: 'Enumerable.Select' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
// NNG2001: 'Enumerable.First' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
// NNG2001: 'Enumerable.Aggregate' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
[Module]
public partial class Net
{
    private readonly Linear a = new(4, 4);
    private readonly Linear b = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var parts = new[] { a.Forward(x), b.Forward(x) };
        var activated = [|parts.Select(part => F.Relu(part))|];
        return [|activated.First()|] + [|parts.Aggregate((left, right) => left + right)|];
    }
}
