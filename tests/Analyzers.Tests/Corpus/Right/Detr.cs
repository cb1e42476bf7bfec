[Module]
public partial class Detr(int classes)
{
    private readonly Sequential backbone = new(new Conv2d(3, 64, 7, 4, 3), new ReLU(), new Conv2d(64, 2048, 3, 8, 1), new ReLU());
    private readonly Conv2d project = new(2048, 256, 1);
    private readonly Transformer transformer = new(256, 8, 2, 2, 1024, batchFirst: true);
    private readonly Parameter queries = new(Tensor.Randn(100, 256));
    private readonly Parameter rows = new(Tensor.Randn(50, 128));
    private readonly Parameter columns = new(Tensor.Randn(50, 128));
    private readonly Linear labels = new(256, classes + 1);
    private readonly Linear boxes = new(256, 4);

    public (Tensor Labels, Tensor Boxes) Forward([Shape("N, 3, 512, 512")] Tensor images)
    {
        var h = project.Forward(backbone.Forward(images));
        var (n, c, height, width) = h.Shape;
        var position = F.Cat(
            [columns[..width].Unsqueeze(0).Expand(height, -1, -1), rows[..height].Unsqueeze(1).Expand(-1, width, -1)], -1).Flatten(0, 1);
        var y = transformer.Forward(position + h.Flatten(2).Permute(0, 2, 1), queries.Unsqueeze(0).Expand(n, -1, -1));
        return (labels.Forward(y), F.Sigmoid(boxes.Forward(y)));
    }
}
