[Module]
public partial class Net
{
    public Tensor Forward([Shape("8, 3, 4")] Tensor a, [Shape("6, 4, 5")] Tensor b) => F.Bmm(a, b);
}
