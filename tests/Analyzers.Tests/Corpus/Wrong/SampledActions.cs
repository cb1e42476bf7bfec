// NNG2204: 'Tensor.Multinomial' is another value each time, but the backward pass repeats what the forward pass computed: make it an input, or use F.Dropout, whose draws are repeated
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var p = F.Softmax(fc.Forward(x), -1);
        return p.Gather(1, [|p.Multinomial(1)|]);
    }
}
