// NNG2101: 'Add_' changes 'x' in place: a compiled method changes buffers, and parameters inside Autograd.NoGrad(); compute a new tensor instead (y = y * 2f)
// NNG2101: 'Mul_' changes 'weight' in place: a compiled method changes buffers, and parameters inside Autograd.NoGrad(); compute a new tensor instead (y = y * 2f)
// NNG2102: 'weight' is changed in place, but the gradient of 'x * weight' needs its value from before: change it first, or assign a new tensor (weight = weight * 0.9f)
// NNG2102: 'scale' is changed in place, but the gradient of 'y * scale' needs its value from before: change it first, or assign a new tensor (scale = scale * 0.9f)
[Module]
public partial class Net
{
    private readonly Parameter weight = new(Tensor.Ones(4));
    [Buffer] private readonly Tensor scale = Tensor.Ones(4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|x.Add_(1)|];
        [|weight.Mul_(0.9f)|];
        var y = x * weight;
        using (Autograd.NoGrad())
            [|weight.Mul_(0.9f)|];
        for (var i = 0; i < y.Shape[0]; i++)
        {
            [|scale.Mul_(0.9f)|];
            y = y * scale;
        }

        return y;
    }
}
