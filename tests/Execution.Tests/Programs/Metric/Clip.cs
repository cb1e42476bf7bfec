using NnGen;
using System;

namespace Programs.Metric.Clip;

// CLIP: images and texts in one space, and the symmetric contrastive loss.
[Module]
public partial class ImageEncoder
{
    private readonly Conv2d conv = new(1, 3, 3, stride: 2, padding: 1);
    private readonly Linear projection = new(3, 4, bias: false);

    public Tensor Forward([Shape("N, 1, H, W")] Tensor x) => projection.Forward(F.Relu(conv.Forward(x)).Mean([2, 3]));
}

[Module]
public partial class TextEncoder
{
    private readonly Embedding tokens = new(9, 5);
    private readonly Linear projection = new(5, 4, bias: false);

    public Tensor Forward([Shape("N, L")] Tensor<long> text) => projection.Forward(F.Gelu(tokens.Forward(text)).Mean(1));
}

[Module]
public partial class Clip(ImageEncoder visual, TextEncoder text)
{
    private readonly Parameter logitScale = new(Tensor.Full([], Math.Log(1 / 0.07)));

    public Tensor Forward([Shape("N, 1, H, W")] Tensor images, [Shape("N, L")] Tensor<long> texts)
    {
        var image = F.Normalize(visual.Forward(images), dim: -1);
        var words = F.Normalize(text.Forward(texts), dim: -1);
        var logits = logitScale.Exp() * image.MatMul(words.T);
        var labels = Tensor<long>.Arange(images.Shape[0]);
        return (F.CrossEntropy(logits, labels) + F.CrossEntropy(logits.T, labels)) / 2;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new Clip(new ImageEncoder(), new TextEncoder()), n => [Tensor.Randn(n, 1, 4, 5), Tensor.Randint(0, 9, [n, 3])])
        { IsScalar = true, Tolerance = 2e-2 };
}
