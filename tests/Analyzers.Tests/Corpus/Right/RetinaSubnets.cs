[Module]
public partial class Subnet(int anchors, int outputs)
{
    private readonly Sequential tower = new(
        new Conv2d(256, 256, 3, padding: 1), new ReLU(), new Conv2d(256, 256, 3, padding: 1), new ReLU(),
        new Conv2d(256, 256, 3, padding: 1), new ReLU(), new Conv2d(256, 256, 3, padding: 1), new ReLU());

    private readonly Conv2d output = new(256, anchors * outputs, 3, padding: 1);

    public Tensor Forward([Shape("N, 256, H, W")] Tensor x)
        => output.Forward(tower.Forward(x)).Permute(0, 2, 3, 1).Reshape(x.Size(0), -1, outputs);
}

[Module]
public partial class RetinaHead
{
    private readonly Subnet classes = new(9, 80);
    private readonly Subnet boxes = new(9, 4);

    public (Tensor Scores, Tensor Boxes) Forward([Shape("N, 256, 64, 64")] Tensor p3, [Shape("N, 256, 32, 32")] Tensor p4)
        => (F.Cat([classes.Forward(p3), classes.Forward(p4)], 1), F.Cat([boxes.Forward(p3), boxes.Forward(p4)], 1));
}
