[Module]
public partial class StyleLoss
{
    private readonly Conv2d conv1 = new(3, 64, 3, padding: 1);
    private readonly Conv2d conv2 = new(64, 128, 3, padding: 1);

    public Tensor Forward([Shape("1, 3, 128, 128")] Tensor image, [Shape("1, 3, 128, 128")] Tensor style)
    {
        var a = F.Relu(conv1.Forward(image));
        var b = F.Relu(conv1.Forward(style));
        var first = F.MseLoss(Gram(a), Gram(b));
        return first + F.MseLoss(Gram(F.Relu(conv2.Forward(a))), Gram(F.Relu(conv2.Forward(b))));
    }

    private static Tensor Gram(Tensor x)
    {
        var (n, c, h, w) = x.Shape;
        var features = x.View(n * c, h * w);
        return features.MatMul(features.T) / (n * c * h * w);
    }
}
