// NNG1001: 'x.Mean' cannot take 'x' [N, 5]: dim 2 is out of range, which is -2 to 1
[Module]
public partial class Net
{
    public Tensor Forward([Shape("N, 5")] Tensor x) => [|x.Mean(2)|];
}
