[Module]
public partial class MultiTask
{
    private readonly Linear trunk = new(128, 64);
    private readonly ModuleDict<Linear> heads = new(("age", new Linear(64, 1)), ("gender", new Linear(64, 2)), ("mood", new Linear(64, 7)));

    public (Tensor Age, Tensor Gender, Tensor Mood) Forward([Shape("N, 128")] Tensor x)
    {
        var h = F.Relu(trunk.Forward(x));
        return (heads["age"].Forward(h), heads["gender"].Forward(h), heads["mood"].Forward(h));
    }
}
