[Module]
public partial class NeRf(int positions = 10, int directions = 4, int width = 256)
{
    private readonly int inputs = 3 + 3 * 2 * positions;
    private readonly Linear in1 = new(3 + 3 * 2 * positions, width);
    private readonly ModuleList<Linear> first = new(4, _ => new Linear(width, width));
    private readonly Linear skip = new(width + 3 + 3 * 2 * positions, width);
    private readonly ModuleList<Linear> second = new(2, _ => new Linear(width, width));
    private readonly Linear sigma = new(width, 1);
    private readonly Linear feature = new(width, width);
    private readonly Linear view = new(width + 3 + 3 * 2 * directions, width / 2);
    private readonly Linear rgb = new(width / 2, 3);

    public (Tensor Color, Tensor Density) Forward([Shape("R, S, 63")] Tensor x, [Shape("R, S, 27")] Tensor direction)
    {
        var h = F.Relu(in1.Forward(x));
        foreach (var layer in first)
            h = F.Relu(layer.Forward(h));
        h = F.Relu(skip.Forward(F.Cat([h, x], -1)));
        foreach (var layer in second)
            h = F.Relu(layer.Forward(h));
        var density = F.Relu(sigma.Forward(h));
        h = F.Relu(view.Forward(F.Cat([feature.Forward(h), direction], -1)));
        return (F.Sigmoid(rgb.Forward(h)), density);
    }
}
