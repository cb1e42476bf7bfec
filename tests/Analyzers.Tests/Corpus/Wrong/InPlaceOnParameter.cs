// NNG2101: 'Mul_' changes 'weight' in place: a compiled method changes buffers, and parameters inside Autograd.NoGrad(); compute a new tensor instead (y = y * 2f)
[Module]
public partial class Net
{
    private readonly Parameter weight = new(Tensor.Ones(4));

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|weight.Mul_(0.99)|];
        return x * weight;
    }
}
