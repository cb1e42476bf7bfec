// NNG1001: 'x[.., 3]' cannot take 'x' [N, 3]: index 3 is out of range for dim 1 of size 3
[Module]
public partial class Net
{
    public Tensor Forward([Shape("N, 3")] Tensor x) => [|x[.., 3]|];
}
