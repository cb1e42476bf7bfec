// NNG1001: 'tokens.Forward(ids) + positions' cannot broadcast 'tokens.Forward(ids)' [N, 128, 512] with 'positions' [1, 128, 256]: 512 and 256 at dim -1 are neither equal nor 1
[Module]
public partial class Encoder
{
    private readonly Embedding tokens = new(30000, 512);
    [Buffer] private readonly Tensor positions = Tensor.Zeros(1, 128, 256);

    public Tensor Forward([Shape("N, 128")] Tensor<long> ids) => [|tokens.Forward(ids) + positions|];
}
