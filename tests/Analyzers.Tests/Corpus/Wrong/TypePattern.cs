// NNG2005: The condition 'Tensor<long> indices' cannot decide in compiled code: compare numbers, flags and enums or test for null, and give values of one kind on every way
// NNG2005: The condition 'Linear linear' cannot decide in compiled code: compare numbers, flags and enums or test for null, and give values of one kind on every way
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly Module inner = new ReLU();

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        TensorBase tensor = x;
        if (tensor is [|Tensor<long> indices|])
            return fc.Forward(x);
        return inner is [|Linear linear|] ? linear.Forward(x) : x;
    }
}
