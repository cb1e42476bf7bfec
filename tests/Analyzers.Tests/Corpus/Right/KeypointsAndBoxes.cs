[Module]
public partial class RegionHead(int classes)
{
    private readonly Linear fc6 = new(256 * 7 * 7, 1024);
    private readonly Linear fc7 = new(1024, 1024);
    private readonly Linear scores = new(1024, classes);
    private readonly Linear boxes = new(1024, 4 * classes);
    private readonly ModuleList<Conv2d> maskConvs = new(4, _ => new Conv2d(256, 256, 3, padding: 1));
    private readonly ConvTranspose2d maskUp = new(256, 256, 2, stride: 2);
    private readonly Conv2d masks = new(256, classes, 1);

    public (Tensor Scores, Tensor Boxes, Tensor Masks) Forward([Shape("R, 256, 7, 7")] Tensor regions, [Shape("R, 256, 14, 14")] Tensor large)
    {
        var x = F.Relu(fc7.Forward(F.Relu(fc6.Forward(regions.Flatten(1)))));
        foreach (var conv in maskConvs)
            large = F.Relu(conv.Forward(large));
        return (scores.Forward(x), boxes.Forward(x).View(-1, classes, 4), masks.Forward(F.Relu(maskUp.Forward(large))));
    }
}
