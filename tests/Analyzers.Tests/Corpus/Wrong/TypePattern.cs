// NNG2099: 'tensor is Tensor<long> indices' cannot be compiled: use tensor operators, functions of F and child modules
// NNG2099: 'inner is Linear linear' cannot be compiled: use tensor operators, functions of F and child modules
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly Module inner = new ReLU();

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        TensorBase tensor = x;
        if ([|tensor is Tensor<long> indices|])
            return fc.Forward(x);
        return [|inner is Linear linear|] ? linear.Forward(x) : x;
    }
}
