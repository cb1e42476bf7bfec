// NNG1001: 'encoder' takes 32 at dim 1, but 'right' is [N, 16]
[Module]
public partial class Encoder
{
    private readonly Linear fc1 = new(32, 16);
    private readonly Linear fc2 = new(16, 8);

    public Tensor Forward([Shape("N, 32")] Tensor x) => fc2.Forward(F.Tanh(fc1.Forward(x)));
}

[Module]
public partial class Siamese(Encoder encoder)
{
    public Tensor Forward([Shape("N, 32")] Tensor left, [Shape("N, 16")] Tensor right)
        => (encoder.Forward(left) - [|encoder.Forward(right)|]).Abs().Sum();
}
