[Module]
public partial class Burgers
{
    private readonly ModuleList<Linear> hidden = new(7, i => new Linear(i == 0 ? 2 : 20, 20));
    private readonly Linear output = new(20, 1);

    public Tensor Forward([Shape("N, 1")] Tensor x, [Shape("N, 1")] Tensor t)
    {
        var h = F.Cat([x, t], 1);
        foreach (var layer in hidden)
            h = F.Tanh(layer.Forward(h));
        return output.Forward(h);
    }
}
