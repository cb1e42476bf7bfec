// NNG1001: 'a + b' cannot broadcast 'a' [N, 3] with 'b' [N, 4]: 3 and 4 at dim -1 are neither equal nor 1
[Module]
public partial class Sum
{
    public Tensor Forward([Shape("N, 3")] Tensor a, [Shape("N, 4")] Tensor b) => F.Relu([|a + b|]);
}
