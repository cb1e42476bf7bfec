namespace NnGen;

/// <summary>Channels dealt out: the first of each group, then the second of each, and so on: torch.nn.ChannelShuffle.</summary>
/// <param name="groups">Into how many groups the channels fall.</param>
[Module]
public sealed partial class ChannelShuffle(int groups)
{
    /// <summary>Into how many groups the channels fall.</summary>
    public int Groups { get; } = groups;

    /// <summary>The elements in another order.</summary>
    /// <param name="input">[N, C, *D] with at least three dims.</param>
    /// <returns>The shape of the input.</returns>
    public Tensor Forward(Tensor input) => F.ChannelShuffle(input, Groups);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"groups={Groups}";
}
