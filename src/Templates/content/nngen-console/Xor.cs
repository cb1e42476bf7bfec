using NnGen;

/// <summary>Learns the exclusive or of two bits. Its backward pass is written by the compiler.</summary>
[Module]
public partial class Xor(int hidden)
{
    private readonly Linear fc1 = new(2, hidden);
    private readonly Linear fc2 = new(hidden, 1);

    public Tensor Forward([Shape("N, 2")] Tensor x) => fc2.Forward(fc1.Forward(x).Tanh());
}
