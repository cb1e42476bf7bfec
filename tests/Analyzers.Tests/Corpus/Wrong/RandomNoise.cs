// NNG2204: 'Tensor.RandnLike' is another value each time, but the backward pass repeats what the forward pass computed: make it an input, or use F.Dropout, whose draws are repeated
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = fc.Forward(x);
        return y + 0.1f * [|Tensor.RandnLike(y)|];
    }
}
