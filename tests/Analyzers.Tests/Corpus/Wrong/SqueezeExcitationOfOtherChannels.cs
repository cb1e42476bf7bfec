// NNG1001: 'x * s.Unsqueeze(-1).Unsqueeze(-1)' cannot broadcast 'x' [N, 256, 14, 14] with 's.Unsqueeze(-1).Unsqueeze(-1)' [N, 128, 1, 1]: 256 and 128 at dim -3 are neither equal nor 1
[Module]
public partial class SqueezeExcitation
{
    private readonly Linear down = new(256, 16);
    private readonly Linear up = new(16, 128);

    public Tensor Forward([Shape("N, 256, 14, 14")] Tensor x)
    {
        var s = F.Sigmoid(up.Forward(F.Relu(down.Forward(x.Mean([2, 3])))));
        return [|x * s.Unsqueeze(-1).Unsqueeze(-1)|];
    }
}
