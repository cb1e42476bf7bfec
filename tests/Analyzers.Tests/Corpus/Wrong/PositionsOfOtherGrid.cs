// NNG1001: 'F.Cat' cannot take 'rowEmbed[..H].Unsqueeze(1).Repeat(1, H, 1)' [25, 25, hidden//2]: dim 1 must be 35 as in the first tensor, [25, 35, hidden//2]
[Module]
public partial class Detr(int classes = 91, int hidden = 256, int heads = 8)
{
    private readonly Sequential backbone = new(new Conv2d(3, 64, 7, 2, 3), new ReLU(), new MaxPool2d(3, 2, 1), new Conv2d(64, 2048, 3, 8, 1));
    private readonly Conv2d conv = new(2048, hidden, 1);
    private readonly Transformer transformer = new(hidden, heads, 6, 6);
    private readonly Linear linearClass = new(hidden, classes + 1);
    private readonly Linear linearBbox = new(hidden, 4);
    private readonly Parameter queryPos = new(Tensor.Rand(100, hidden));
    private readonly Parameter rowEmbed = new(Tensor.Rand(50, hidden / 2));
    private readonly Parameter colEmbed = new(Tensor.Rand(50, hidden / 2));

    public (Tensor Logits, Tensor Boxes) Forward([Shape("N, 3, 800, 1120")] Tensor inputs)
    {
        var h = conv.Forward(backbone.Forward(inputs));
        int H = h.Shape[2], W = h.Shape[3];
        var pos = [|F.Cat([
            colEmbed[..W].Unsqueeze(0).Repeat(H, 1, 1),
            rowEmbed[..H].Unsqueeze(1).Repeat(1, H, 1)], -1)|].Flatten(0, 1).Unsqueeze(1);
        var y = transformer.Forward(pos + 0.1 * h.Flatten(2).Permute(2, 0, 1), queryPos.Unsqueeze(1).Repeat(1, h.Shape[0], 1)).Transpose(0, 1);
        return (linearClass.Forward(y), linearBbox.Forward(y).Sigmoid());
    }
}
