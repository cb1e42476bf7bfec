namespace NnGen.Tests.Modules.Compiled;

/// <summary>Convolutions with batch norms behind them, one with a residual, one with a ReLU, one without a weight of its own.</summary>
[Module]
public partial class NormedConvolutions
{
    private readonly BatchNorm2d norm1 = new(6);
    private readonly Conv2d conv2 = new(6, 6, 3, padding: 1, groups: 2, bias: false);
    private readonly BatchNorm2d norm2 = new(6, affine: false);
    private readonly Conv2d shortcut = new(3, 6, 1, bias: false);
    private readonly BatchNorm2d norm3 = new(6, eps: 1e-3);

    public Conv2d First { get; } = new(3, 6, 3, padding: 1);

    public Tensor Forward([Shape("N, 3, H, W")] Tensor x)
    {
        var y = F.Relu(norm1.Forward(First.Forward(x)));
        y = norm2.Forward(conv2.Forward(y));
        return F.Relu(y + norm3.Forward(shortcut.Forward(x)));
    }
}

/// <summary>The same in the turns of a loop, over a member of their own.</summary>
[Module]
public partial class NormedLists
{
    private readonly ModuleList<NormedBlock> blocks = [new(), new(), new()];

    public Tensor Forward([Shape("N, 4, H, W")] Tensor x)
    {
        foreach (var block in blocks)
            x = block.Forward(x);
        return x;
    }
}

[Module]
public partial class NormedBlock
{
    private readonly Conv2d conv = new(4, 4, (1, 3), padding: (0, 1));
    private readonly BatchNorm2d norm = new(4);

    public Tensor Forward([Shape("N, 4, H, W")] Tensor x) => F.Gelu(norm.Forward(conv.Forward(x))) + x;
}

/// <summary>One and three dims.</summary>
[Module]
public partial class NormedSequences
{
    private readonly Conv1d conv1 = new(2, 4, 3);
    private readonly BatchNorm1d norm1 = new(4);
    private readonly Conv3d conv2 = new(4, 2, 1);
    private readonly BatchNorm3d norm2 = new(2);

    public Tensor Forward([Shape("N, 2, L")] Tensor x)
    {
        x = F.Relu(norm1.Forward(conv1.Forward(x)));
        return norm2.Forward(conv2.Forward(x.Unsqueeze(-1).Unsqueeze(-1)));
    }
}

/// <summary>A convolution whose result is also read without its norm.</summary>
[Module]
public partial class NormedAndPlain
{
    private readonly Conv2d conv = new(3, 3, 3, padding: 1);

    public BatchNorm2d Norm { get; } = new(3);

    public Tensor Forward([Shape("N, 3, H, W")] Tensor x)
    {
        var y = conv.Forward(x);
        return Norm.Forward(y) + F.Relu(y) + Norm.Forward(conv.Forward(x));
    }
}

/// <summary>A norm that always takes the statistics of its batch.</summary>
[Module]
public partial class NormedByBatch
{
    private readonly BatchNorm2d norm = new(4, trackRunningStats: false);

    public Conv2d Convolution { get; } = new(3, 4, 3);

    public Tensor Forward([Shape("N, 3, H, W")] Tensor x) => norm.Forward(Convolution.Forward(x));
}

/// <summary>A convolution of one sample without a batch, whose rows are normalized.</summary>
[Module]
public partial class NormedRows
{
    public Conv2d Convolution { get; } = new(2, 3, 1);

    public BatchNorm1d Norm { get; } = new(3);

    public Tensor Forward([Shape("2, 3, W")] Tensor x) => Norm.Forward(Convolution.Forward(x));
}
