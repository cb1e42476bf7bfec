using NnGen;

namespace Programs.Vision.SwinStage;

// torchvision's Swin: windows, shifted in every other block, where a mask keeps them apart, and a bias by relative position.
[Module]
public partial class WindowAttention
{
    private readonly Linear qkv;
    private readonly Linear proj;
    private readonly Parameter relativePositionBiasTable;
    [Buffer] private readonly Tensor<long> relativePositionIndex;
    private readonly int heads;
    private readonly int window;
    private readonly double scale;

    public WindowAttention(int dim, int window, int heads)
    {
        (this.heads, this.window) = (heads, window);
        scale = Math.Pow(dim / heads, -0.5);
        qkv = new(dim, 3 * dim);
        proj = new(dim, dim);
        var (size, side) = (window * window, (2 * window) - 1);
        relativePositionBiasTable = new(Tensor.Randn(side * side, heads) * 0.02);
        var index = new long[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                index[(i * size) + j] = (((i / window) - (j / window) + window - 1) * side) + (i % window) - (j % window) + window - 1;
        }

        relativePositionIndex = Tensor<long>.From(index, size, size);
    }

    public Tensor Forward(Tensor x, Tensor? mask = null)
    {
        var (b, n, c) = x.Shape;
        var parts = qkv.Forward(x).Reshape(b, n, 3, heads, c / heads).Permute(2, 0, 3, 1, 4);
        var (q, k, v) = (parts[0], parts[1], parts[2]);
        var attn = (q * scale).MatMul(k.Transpose(-2, -1));
        var bias = relativePositionBiasTable[relativePositionIndex.View(-1)].View(window * window, window * window, -1).Permute(2, 0, 1).Contiguous();
        attn = attn + bias.Unsqueeze(0);
        if (mask != null)
        {
            var windows = mask.Shape[0];
            attn = attn.View(b / windows, windows, heads, n, n) + mask.Unsqueeze(1).Unsqueeze(0);
            attn = attn.View(-1, heads, n, n);
        }

        return proj.Forward(F.Softmax(attn, -1).MatMul(v).Transpose(1, 2).Reshape(b, n, c));
    }
}

[Module]
public partial class SwinBlock
{
    private readonly LayerNorm norm1;
    private readonly LayerNorm norm2;
    private readonly WindowAttention attn;
    private readonly Sequential mlp;
    private readonly int window;
    private readonly int shift;
    private readonly int resolution;
    [Buffer(Persistent = false)] private readonly Tensor? attnMask;

    public SwinBlock(int dim, int resolution, int heads, int window, int shift)
    {
        (this.window, this.shift, this.resolution) = (window, shift, resolution);
        norm1 = new(dim);
        attn = new(dim, window, heads);
        norm2 = new(dim);
        mlp = new(new Linear(dim, 2 * dim), new GELU(), new Linear(2 * dim, dim));
        attnMask = shift > 0 ? Mask(resolution, window, shift) : null;
    }

    public Tensor Forward([Shape("N, L, C")] Tensor x)
    {
        var (n, l, c) = x.Shape;
        var (h, w) = (resolution, resolution);
        var shortcut = x;
        x = norm1.Forward(x).View(n, h, w, c);
        if (shift > 0)
            x = x.Roll([-shift, -shift], [1, 2]);
        var windows = Partition(x, window).View(-1, window * window, c);
        windows = attn.Forward(windows, attnMask);
        x = Reverse(windows.View(-1, window, window, c), window, h, w);
        if (shift > 0)
            x = x.Roll([shift, shift], [1, 2]);
        x = shortcut + x.View(n, l, c);
        return x + mlp.Forward(norm2.Forward(x));
    }

    private static Tensor Mask(int size, int window, int shift)
    {
        var image = Tensor.Zeros(1, size, size, 1);
        var region = 0;
        Range[] slices = [0..^window, ^window..^shift, ^shift..];
        foreach (var rows in slices)
        {
            foreach (var columns in slices)
                image[.., rows, columns] = Tensor.From(region++);
        }

        var windows = Partition(image, window).View(-1, window * window);
        var difference = windows.Unsqueeze(1) - windows.Unsqueeze(2);
        return difference.MaskedFill(difference.Ne(0), -100);
    }

    private static Tensor Partition(Tensor x, int window)
    {
        var (b, h, w, c) = x.Shape;
        return x.View(b, h / window, window, w / window, window, c).Permute(0, 1, 3, 2, 4, 5).Contiguous().View(-1, window, window, c);
    }

    private static Tensor Reverse(Tensor windows, int window, int h, int w)
    {
        var b = windows.Shape[0] / (h * w / window / window);
        return windows.View(b, h / window, w / window, window, window, -1).Permute(0, 1, 3, 2, 4, 5).Contiguous().View(b, h, w, -1);
    }
}

[Module]
public partial class SwinStage
{
    private readonly ModuleList<SwinBlock> blocks = new(2, i => new SwinBlock(4, 4, 2, 2, i % 2 == 0 ? 0 : 1));

    public Tensor Forward([Shape("N, 16, 4")] Tensor x)
    {
        foreach (var block in blocks)
            x = block.Forward(x);
        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SwinStage(), n => [Tensor.Randn(n, 16, 4)]);
}
