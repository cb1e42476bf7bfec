[Module]
public partial class SsdHead(int classes)
{
    private readonly Conv2d stage1 = new(3, 64, 3, 2, 1);
    private readonly Conv2d stage2 = new(64, 128, 3, 2, 1);
    private readonly Conv2d stage3 = new(128, 256, 3, 2, 1);
    private readonly ModuleList<Conv2d> locations = [new Conv2d(64, 4 * 4, 3, padding: 1), new Conv2d(128, 6 * 4, 3, padding: 1), new Conv2d(256, 4 * 4, 3, padding: 1)];
    private readonly ModuleList<Conv2d> confidences = [new Conv2d(64, 4 * classes, 3, padding: 1), new Conv2d(128, 6 * classes, 3, padding: 1), new Conv2d(256, 4 * classes, 3, padding: 1)];

    public (Tensor Locations, Tensor Scores) Forward([Shape("N, 3, 64, 64")] Tensor x)
    {
        var f1 = F.Relu(stage1.Forward(x));
        var f2 = F.Relu(stage2.Forward(f1));
        var f3 = F.Relu(stage3.Forward(f2));
        var boxes = F.Cat([Flat(locations[0].Forward(f1)), Flat(locations[1].Forward(f2)), Flat(locations[2].Forward(f3))], 1);
        var scores = F.Cat([Flat(confidences[0].Forward(f1)), Flat(confidences[1].Forward(f2)), Flat(confidences[2].Forward(f3))], 1);
        return (boxes.View(x.Size(0), -1, 4), scores.View(x.Size(0), -1, classes));
    }

    private static Tensor Flat(Tensor map) => map.Permute(0, 2, 3, 1).Flatten(1);
}
