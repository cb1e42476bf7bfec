namespace NnGen;

/// <summary>Joins neighbouring dims into one: torch.nn.Flatten. The first dim, the batch, is kept by default.</summary>
/// <param name="startDim">The first dim to join. Default: 1.</param>
/// <param name="endDim">The last dim to join. Default: -1, the last.</param>
[Module]
public sealed partial class Flatten(int startDim = 1, int endDim = -1)
{
    /// <summary>The first dim that is joined.</summary>
    public int StartDim { get; } = startDim;

    /// <summary>The last dim that is joined; counted from the end where negative.</summary>
    public int EndDim { get; } = endDim;

    /// <summary>The input in fewer dims.</summary>
    /// <param name="input">Of any shape with these dims.</param>
    public Tensor Forward(Tensor input) => F.Flatten(input, StartDim, EndDim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"start_dim={StartDim}, end_dim={EndDim}";
}
