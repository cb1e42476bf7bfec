namespace NnGen;

/// <summary>Takes a dim apart into several: torch.nn.Unflatten.</summary>
/// <param name="dim">The dim, counted from the end where negative.</param>
/// <param name="unflattenedSize">What it becomes; one size may be -1, which is then computed.</param>
[Module]
public sealed partial class Unflatten(int dim, Sizes unflattenedSize)
{
    /// <summary>The dim; counted from the end where negative.</summary>
    public int Dim { get; } = dim;

    /// <summary>What it becomes.</summary>
    public Sizes UnflattenedSize { get; } = unflattenedSize;

    /// <summary>The input in more dims.</summary>
    /// <param name="input">Of any shape with this dim.</param>
    public Tensor Forward(Tensor input) => F.Unflatten(input, Dim, UnflattenedSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={Dim}, unflattened_size={UnflattenedSize}";
}
