// NNG2204: message
[Module]
public partial class Net
{
    private readonly Generator source = new(1);
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = fc.Forward(x);
        return y + 0.1f * Tensor.RandnLike(y, source);
    }
}
