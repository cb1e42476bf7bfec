// NNG2101: 'Mul_' changes 'y' in place: a compiled method changes buffers, and parameters inside Autograd.NoGrad(); compute a new tensor instead (y = y * 2f)
// NNG2101: 'Add_' changes 'y' in place: a compiled method changes buffers, and parameters inside Autograd.NoGrad(); compute a new tensor instead (y = y * 2f)
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = F.Tanh(fc.Forward(x));
        [|y.Mul_(2)|];
        [|y.Add_(x)|];
        return y;
    }
}
