// NNG1001: 'MatMul' takes equal sizes at dim 1 of 'F.Relu(fc.Forward(x))' and dim 0 of 'fc.Weight[..2]', but 'F.Relu(fc.Forward(x))' is [N, 4] and 'fc.Weight[..2]' is [2, 4]: 4 and 2 differ
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        return [|F.Relu(fc.Forward(x)).MatMul(fc.Weight[..2])|];
    }
}
