// NNG1001: 'F.Bmm' cannot broadcast 'a' [8, 3, 4] with 'b' [6, 4, 5]: 8 and 6 at dim -3 are neither equal nor 1
[Module]
public partial class Net
{
    public Tensor Forward([Shape("8, 3, 4")] Tensor a, [Shape("6, 4, 5")] Tensor b) => [|F.Bmm(a, b)|];
}
