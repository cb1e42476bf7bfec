// NNG3003: 'bias' is trained and saved, but nothing reads it: call it in Forward, or remove it
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4, bias: false);
    private readonly Parameter [|bias|];

    public Net() => bias = new Parameter(Tensor.Zeros(4));

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
}
