[Module]
public partial class DiceAndCrossEntropy(int classes)
{
    private readonly Conv2d net = new(3, classes, 3, padding: 1);

    public Tensor Forward([Shape("N, 3, H, W")] Tensor image, [Shape("N, H, W")] Tensor<long> mask)
    {
        var logits = net.Forward(image);
        var p = F.Softmax(logits, 1);
        var truth = F.OneHot(mask, classes).Float().Permute(0, 3, 1, 2);
        var dice = 2 * (p * truth).Sum([0, 2, 3]) / ((p + truth).Sum([0, 2, 3]) + 1e-6);
        return F.CrossEntropy(logits, mask) + 1 - dice.Mean();
    }
}
