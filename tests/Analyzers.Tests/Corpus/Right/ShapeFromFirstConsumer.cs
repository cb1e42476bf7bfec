[Module]
public partial class Perceptron
{
    private readonly Linear hidden = new(10, 20);
    private readonly Linear output = new(20, 1);

    public Tensor Forward(Tensor x) => output.Forward(F.Sigmoid(hidden.Forward(x)));
}
