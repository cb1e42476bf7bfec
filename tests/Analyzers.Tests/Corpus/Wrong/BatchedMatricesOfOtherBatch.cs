// NNG1001: 'F.Bmm' takes equal sizes at dim 0 of 'a' and dim 0 of 'b', but 'a' is [8, 3, 4] and 'b' is [6, 4, 5]: 8 and 6 differ
[Module]
public partial class Net
{
    public Tensor Forward([Shape("8, 3, 4")] Tensor a, [Shape("6, 4, 5")] Tensor b) => [|F.Bmm(a, b)|];
}
