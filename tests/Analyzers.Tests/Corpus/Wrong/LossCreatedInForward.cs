// NNG2014: 'new Sequential(new Linear(4, 4), new ReLU())' would create new weights at each call: create the module in a field or in the constructor
// NNG2014: 'new MSELoss()' would create new weights at each call: create the module in a field or in the constructor
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N, 4")] Tensor y)
    {
        var layers = [|new Sequential(new Linear(4, 4), new ReLU())|];
        return [|new MSELoss()|].Forward(layers.Forward(fc.Forward(x)), y);
    }
}
