// NNG0010: 'selfAttn' and 'self_attn' both have the state-dict key 'self_attn': rename one, or give it a key with [Name]
[Module]
public partial class Net
{
    private readonly Linear selfAttn = new(4, 4);
    private readonly Linear [|self_attn|] = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => self_attn.Forward(selfAttn.Forward(x));
}
