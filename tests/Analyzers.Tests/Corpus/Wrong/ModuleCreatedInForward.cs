// NNG2014: 'new Linear(4, 2)' would create new weights at each call: create the module in a field or in the constructor
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        return [|new Linear(4, 2)|].Forward(fc.Forward(x));
    }
}
