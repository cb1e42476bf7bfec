// NNG1001: 'MatMul' takes 16 features since 'b' is [16, 768], but 'x.MatMul(a)' is [B, T, 8]
[Module]
public partial class Lora
{
    private readonly Linear frozen = new(768, 768);
    private readonly Parameter a = new(Tensor.Randn(768, 8));
    private readonly Parameter b = new(Tensor.Zeros(16, 768));

    public Tensor Forward([Shape("B, T, 768")] Tensor x) => frozen.Forward(x) + [|x.MatMul(a).MatMul(b)|];
}
