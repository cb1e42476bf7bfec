using NnGen;
using System.Collections.Generic;

namespace Programs.Vision.DetectionTransformer;

/// <summary>Queries that become boxes and classes (Carion et al. 2020), with the outputs of all decoder layers for auxiliary losses.</summary>
[Module]
public partial class DetectionTransformer(int width, int classes, int queries)
{
    private readonly Conv2d backbone = new(3, width, 4, stride: 4);
    private readonly Parameter rowEmbed = new(Tensor.Rand(8, width / 2));
    private readonly Parameter colEmbed = new(Tensor.Rand(8, width / 2));
    private readonly TransformerEncoderLayer encoder = new(width, 2, 2 * width, dropout: 0, batchFirst: true);
    private readonly ModuleList<TransformerDecoderLayer> decoder = new(2, _ => new TransformerDecoderLayer(width, 2, 2 * width, dropout: 0, batchFirst: true));
    private readonly Embedding queryEmbed = new(queries, width);
    private readonly Linear classifier = new(width, classes + 1);
    private readonly Linear boxes = new(width, 4);

    public (Tensor Last, Tensor All) Forward([Shape("N, 3, H, W")] Tensor image)
    {
        var features = backbone.Forward(image);
        var (n, _, h, w) = features.Shape;
        var position = F.Cat(
            [colEmbed[..w].Unsqueeze(0).Repeat(h, 1, 1), rowEmbed[..h].Unsqueeze(1).Repeat(1, w, 1)],
            dim: -1).Flatten(0, 1).Unsqueeze(0);
        var memory = encoder.Forward(features.Flatten(2).Transpose(1, 2) + position);
        var x = queryEmbed.Weight.Unsqueeze(0).Repeat(n, 1, 1);
        var outputs = new List<Tensor>();
        foreach (var layer in decoder)
        {
            x = layer.Forward(x, memory);
            outputs.Add(F.Cat([classifier.Forward(x), boxes.Forward(x).Sigmoid()], dim: -1));
        }

        return (outputs[^1], F.Stack(outputs, dim: 0));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new DetectionTransformer(4, 3, 5), n => [Tensor.Rand(n, 3, 8, 12)]) { Tolerance = 2e-2 };
}
