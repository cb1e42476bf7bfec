// NNG1001: 'parts[0] * parts[3]' cannot broadcast 'qkv.Forward(x).Split(64, 2)' [B, T, 64] with 'qkv.Forward(x).Split(64, 2)' [B, T, 8]: 64 and 8 at dim -1 are neither equal nor 1
[Module]
public partial class Attention
{
    private readonly Linear qkv = new(64, 200);

    public Tensor Forward([Shape("B, T, 64")] Tensor x)
    {
        var parts = qkv.Forward(x).Split(64, 2);
        return [|parts[0] * parts[3]|];
    }
}
