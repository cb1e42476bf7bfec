[Module]
public partial class Net
{
    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => x.Permute(0, 2, 1);
}
