// NNG2005: The condition 'Linear linear' is not known when the module is bound: branch on constants, readonly members, null tests and dims of inputs, at most four times in a method
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
