// NNG2009: 'dropout.P' is assigned in a compiled method, whose calls may run at the same time: return the value instead, or keep it as a tensor marked [Buffer]
// NNG2009: 'Scale' is assigned in a compiled method, whose calls may run at the same time: return the value instead, or keep it as a tensor marked [Buffer]
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly Dropout dropout = new();

    public double Scale { get; set; } = 1;

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|dropout.P|] = 0.1;
        [|Scale|] *= 0.99;
        return dropout.Forward(fc.Forward(x)) * Scale;
    }
}
