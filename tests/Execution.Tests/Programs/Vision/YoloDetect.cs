using NnGen;

namespace Programs.Vision.YoloDetect;

// YOLOv5's head: an array of levels whose places are overwritten, grids made of their sizes, boxes collected in a list.
[Module]
public partial class Detect
{
    private readonly ModuleList<Conv2d> m;
    private readonly int outputs;
    private readonly int anchorsOfLevel = 2;
    [Buffer] private readonly Tensor anchors;
    [Buffer] private readonly Tensor stride;

    public Detect(int classes, int[] channels)
    {
        outputs = classes + 5;
        m = new(channels.Length, i => new Conv2d(channels[i], outputs * anchorsOfLevel, 1));
        anchors = Tensor.Rand(channels.Length, anchorsOfLevel, 2) + 0.5f;
        stride = Tensor.From([2f, 4f]);
    }

    public Tensor Forward([Shape("N, 4, H, W")] Tensor fine, [Shape("N, 6, Ho, Wo")] Tensor coarse)
    {
        var x = new[] { fine, coarse };
        var boxes = new List<Tensor>();
        for (var i = 0; i < 2; i++)
        {
            x[i] = m[i].Forward(x[i]);
            var (n, _, height, width) = x[i].Shape;
            x[i] = x[i].View(n, anchorsOfLevel, outputs, height, width).Permute(0, 1, 3, 4, 2).Contiguous();
            var y = F.Sigmoid(x[i]);
            var center = (y[Tensor.Ellipsis, 0..2] * 2 - 0.5f + Grid(width, height)) * stride[i];
            var size = (y[Tensor.Ellipsis, 2..4] * 2).Pow(2) * anchors[i].View(1, anchorsOfLevel, 1, 1, 2);
            boxes.Add(F.Cat([center, size, y[Tensor.Ellipsis, 4..]], -1).View(n, -1, outputs));
        }

        return F.Cat(boxes, 1);
    }

    private static Tensor Grid(int width, int height)
    {
        var y = Tensor.Arange(height).View(height, 1).Expand(height, width);
        var x = Tensor.Arange(width).View(1, width).Expand(height, width);
        return F.Stack([x, y], 2).View(1, 1, height, width, 2);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Detect(2, [4, 6]), n => [Tensor.Randn(n, 4, 4, 4), Tensor.Randn(n, 6, 2, 2)]);
}
