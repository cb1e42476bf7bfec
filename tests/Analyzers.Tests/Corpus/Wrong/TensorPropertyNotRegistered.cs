// NNG0003: 'Mean' is a tensor that is neither trained nor part of the state: make it a Parameter, or mark it [Buffer] ([Buffer(Persistent = false)] keeps it out of the state dict)
[Module]
public partial class Net
{
    public Tensor [|Mean|] { get; } = Tensor.Zeros(4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => x - Mean;
}
