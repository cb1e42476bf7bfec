[Module]
public partial class Clip
{
    private readonly Sequential image = new(new Conv2d(3, 64, 7, 2, 3), new ReLU(), new AdaptiveAvgPool2d(1), new Flatten(), new Linear(64, 512));
    private readonly EmbeddingBag text = new(49408, 512);
    private readonly Parameter logitScale = new(Tensor.Full([1], 2.6592));

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor images, [Shape("N, 77")] Tensor<long> tokens, [Shape("N")] Tensor<long> labels)
    {
        var i = F.Normalize(image.Forward(images), dim: -1);
        var t = F.Normalize(text.Forward(tokens), dim: -1);
        var logits = logitScale.Exp() * i.MatMul(t.T);
        return (F.CrossEntropy(logits, labels) + F.CrossEntropy(logits.T, labels)) / 2;
    }
}
