// NNG1001: 'fc.Forward(x) + bias' cannot broadcast 'fc.Forward(x)' [N, 10] with 'bias' [64]: 10 and 64 at dim -1 are neither equal nor 1
[Module]
public partial class Net
{
    private readonly Linear fc = new(64, 10, bias: false);
    private readonly Parameter bias = new(Tensor.Zeros(64));

    public Tensor Forward([Shape("N, 64")] Tensor x) => [|fc.Forward(x) + bias|];
}
