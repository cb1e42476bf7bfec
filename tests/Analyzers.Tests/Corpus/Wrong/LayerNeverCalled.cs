// NNG3003: 'dropout' is trained and saved, but nothing reads it: call it in Forward, or remove it
[Module]
public partial class Net
{
    private readonly Linear fc1 = new(4, 4);
    private readonly Dropout [|dropout|] = new(0.1);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc1.Forward(x);
}
