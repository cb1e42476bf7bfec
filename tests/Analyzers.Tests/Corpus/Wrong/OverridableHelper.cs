// NNG2041: 'Scaled' can be overridden, but only methods from tensors to tensors are called through overrides: make it private or sealed
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => [|Scaled(fc.Forward(x), "half")|];

    protected virtual Tensor Scaled(Tensor x, string name) => name == "half" ? x * 0.5f : x;
}
