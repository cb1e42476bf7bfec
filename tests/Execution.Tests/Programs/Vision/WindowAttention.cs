using NnGen;

namespace Programs.Vision.WindowAttention;

// Swin: attention inside windows.
[Module]
public partial class WindowAttention(int dim, int window)
{
    private readonly LayerNorm norm = new(dim);
    private readonly Linear q = new(dim, dim);
    private readonly Linear k = new(dim, dim);
    private readonly Linear v = new(dim, dim);
    private readonly Parameter relativePositionBias = new(Tensor.Randn(window * window, window * window) * 0.1);

    public Tensor Forward([Shape("B, H, W, dim")] Tensor x)
    {
        var shortcut = x;
        var (b, h, w, c) = x.Shape;
        var windows = Partition(norm.Forward(x), window);
        var scores = q.Forward(windows).MatMul(k.Forward(windows).Transpose(1, 2)) / Math.Sqrt(dim);
        var y = (scores + relativePositionBias).Softmax(-1).MatMul(v.Forward(windows));
        return shortcut + Reverse(y, window, b, h, w);
    }

    private static Tensor Partition(Tensor x, int size)
    {
        var (b, h, w, c) = x.Shape;
        x = x.View(b, h / size, size, w / size, size, c);
        return x.Permute(0, 1, 3, 2, 4, 5).Reshape(-1, size * size, c);
    }

    private static Tensor Reverse(Tensor windows, int size, int b, int h, int w)
    {
        var x = windows.View(b, h / size, w / size, size, size, -1);
        return x.Permute(0, 1, 3, 2, 4, 5).Reshape(b, h, w, -1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new WindowAttention(3, 2), n => [Tensor.Randn(n, 4, 2, 3)]);
}
