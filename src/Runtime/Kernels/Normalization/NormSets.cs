namespace NnGen.Kernels;

/// <summary>
/// Which rows of a tensor [N, C, *D], one for each sample and channel, are normalised together: those of a channel over all samples
/// (batch normalization), or those of a group of channels in one sample (group and instance normalization).
/// </summary>
/// <param name="Channels">The rows.</param>
/// <param name="Groups">Groups of channels in each sample; 0: a channel over all samples.</param>
internal readonly record struct NormSets(Channels Channels, int Groups)
{
    /// <summary>How many sets there are.</summary>
    public int Count => Groups == 0 ? Channels.Count : Channels.Batch * Groups;

    /// <summary>Rows of a set.</summary>
    public int Rows => Groups == 0 ? Channels.Batch : Channels.Count / Groups;

    /// <summary>Elements of a set.</summary>
    public int Size => Rows * Channels.Plane;

    /// <summary>The number of a row of a set: its sample times the number of channels, plus its channel.</summary>
    public int Row(int set, int index) => Groups == 0 ? (index * Channels.Count) + set : (set * Rows) + index;

    /// <summary>The set that a row belongs to.</summary>
    public int SetOf(int row) => Groups == 0 ? row % Channels.Count : row / Rows;
}
