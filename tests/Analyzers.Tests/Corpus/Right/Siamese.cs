[Module]
public partial class Encoder
{
    private readonly Linear fc = new(32, 8);

    public Tensor Forward([Shape("N, 32")] Tensor x) => F.Tanh(fc.Forward(x));
}

[Module]
public partial class Siamese(Encoder encoder)
{
    public Tensor Forward([Shape("N, 32")] Tensor left, [Shape("N, 32")] Tensor right)
    {
        var difference = encoder.Forward(left) - encoder.Forward(right);
        return (difference * difference).Mean();
    }
}
