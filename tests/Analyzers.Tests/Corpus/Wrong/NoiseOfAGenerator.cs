// NNG2204: 'Tensor.RandnLike' is another value each time, but the backward pass repeats what the forward pass computed: make it an input, or draw it with Tensor.Rand or Tensor.Randn without a generator of its own, whose draws are repeated
[Module]
public partial class Net
{
    private readonly Generator source = new(1);
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = fc.Forward(x);
        return y + 0.1f * [|Tensor.RandnLike(y, source)|];
    }
}
