// NNG1001: 'a * b' cannot broadcast 'a' from 'x[.., .., ..32]' [B, T, 32] with 'b' from 'x[.., .., 32..]' [B, T, 33]: 32 and 33 at dim -1 are neither equal nor 1
[Module]
public partial class Rotary
{
    public Tensor Forward([Shape("B, T, 65")] Tensor x)
    {
        var a = x[.., .., ..32];
        var b = x[.., .., 32..];
        return F.Cat([[|a * b|], b], -1);
    }
}
