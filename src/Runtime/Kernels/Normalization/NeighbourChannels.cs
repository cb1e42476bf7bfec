namespace NnGen.Kernels;

/// <summary>The channels whose squares count for a channel.</summary>
/// <param name="size">How many there are.</param>
/// <param name="isSymmetric">Whether as many stand on both sides.</param>
internal readonly struct NeighbourChannels(int size, bool isSymmetric)
{
    private readonly int _before = isSymmetric ? (size - 1) / 2 : size / 2;
    private readonly int _after = (size - 1) / 2;

    /// <summary>From the first up to, and without, the last that counts for a channel.</summary>
    public (int Start, int End) Of(int channel, int count) => (Math.Max(channel - _before, 0), Math.Min(channel + _after + 1, count));

    /// <summary>From the first up to, and without, the last for which a channel counts.</summary>
    public (int Start, int End) Users(int channel, int count) => (Math.Max(channel - _after, 0), Math.Min(channel + _before + 1, count));
}
