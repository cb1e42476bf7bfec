// NNG2101: 'Fill' changes 'x' in place: a compiled method changes buffers, and parameters inside Autograd.NoGrad(); compute a new tensor instead (y = y * 2f)
[Module]
public partial class Net
{
    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|x.Fill(0)|];
        return x * 2;
    }
}
