// NNG2005: The condition 'Linear linear' cannot decide in compiled code: compare numbers, flags and enums or test for null, and give values of one kind on every way
[Module]
public partial class Net(Module inner)
{
    public Tensor Forward([Shape("N, 4")] Tensor x) => inner switch
    {
        [|Linear linear|] => linear.Forward(x),
        ReLU relu => relu.Forward(x),
        _ => x,
    };
}
