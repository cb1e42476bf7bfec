[Module]
public partial class Relations
{
    private readonly Sequential g = new(new Linear(2 * 24, 256), new ReLU(), new Linear(256, 256), new ReLU());
    private readonly Sequential f = new(new Linear(256, 128), new ReLU(), new Linear(128, 10));

    public Tensor Forward([Shape("N, 25, 24")] Tensor objects)
    {
        var n = objects.Size(0);
        var left = objects.Unsqueeze(1).Expand(n, 25, 25, 24);
        var right = objects.Unsqueeze(2).Expand(n, 25, 25, 24);
        var pairs = F.Cat([left, right], 3).View(n, 625, 48);
        return f.Forward(g.Forward(pairs).Sum(1));
    }
}
