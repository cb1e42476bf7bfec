// NNG2001: 'Tensor.Item' is no operation that can be compiled: it carries neither [Lowers] nor [Differentiable], and its source is not in this project; use a function of F or declare an [Op]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        if ([|x.Sum().Item()|] < 0)
            throw new InvalidOperationException("negative");
        return fc.Forward(x) ?? throw new InvalidOperationException();
    }
}
