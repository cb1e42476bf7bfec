namespace NnGen.Kernels;

/// <summary>
/// Sizes of a stack of recurrent layers. Rows of all its matrices are steps of samples, in the order of the input, so that
/// neither order of the dims needs a copy. Of sequences of different lengths, the longest first, each step has the rows of those
/// that are not over.
/// </summary>
/// <param name="Steps">Length of the sequence.</param>
/// <param name="Batch">How many sequences there are; 1 without a batch.</param>
/// <param name="Features">Features of the input.</param>
/// <param name="Hidden">Units of a layer.</param>
/// <param name="Output">Features of a layer's result: its units, or the size they are projected to.</param>
/// <param name="Layers">Number of layers.</param>
/// <param name="Directions">1, or 2 where each layer also runs backwards.</param>
/// <param name="BatchFirst">Whether the steps of one sample lie next to each other.</param>
/// <param name="Starts">The first row of each step, and the number of rows; null where all sequences have one length.</param>
/// <param name="Order">Which place in first and last states each sample has; null where all sequences have one length.</param>
internal readonly record struct RecurrentSizes(
    int Steps,
    int Batch,
    int Features,
    int Hidden,
    int Output,
    int Layers,
    int Directions,
    bool BatchFirst,
    int[]? Starts = null,
    int[]? Order = null)
{
    /// <summary>The sizes of one step.</summary>
    public static RecurrentSizes OfCell(int samples, int features, int units) => new(1, samples, features, units, units, 1, 1, BatchFirst: false);

    /// <summary>Rows of a matrix over all steps.</summary>
    public int Rows => Starts is null ? Steps * Batch : Starts[Steps];

    /// <summary>How far the rows of two samples lie apart.</summary>
    public int RowStep => BatchFirst ? Steps : 1;

    /// <summary>Columns of a layer's result.</summary>
    public int Width => Directions * Output;

    /// <summary>Whether hidden states are projected to another size.</summary>
    public bool HasProjection => Output != Hidden;

    /// <summary>Random numbers that dropout draws for one layer, in whole blocks.</summary>
    public long DrawsOfLayer => ((long)Rows * Width + 3) / 4 * 4;

    /// <summary>Row of the first sample at a step.</summary>
    public int FirstRow(int step) => Starts is not null ? Starts[step] : BatchFirst ? step : step * Batch;

    /// <summary>How many samples have a step; 0 for one before the first or after the last.</summary>
    public int SamplesAt(int step)
    {
        if (step < 0 || step >= Steps)
            return 0;
        return Starts is null ? Batch : Starts[step + 1] - Starts[step];
    }

    /// <summary>The place of a sample in first and last states.</summary>
    public int PlaceOf(int sample) => Order is null ? sample : Order[sample];

    /// <summary>The samples that run from one step to a neighbour of it.</summary>
    public int SamplesAt(int step, int neighbour) => Math.Min(SamplesAt(step), SamplesAt(neighbour));

    /// <summary>Products that all layers add up.</summary>
    /// <param name="gates">Blocks that the weights of a cell give.</param>
    public long MultiplyAdds(int gates)
    {
        long ofRow = 0;
        for (var layer = 0; layer < Layers; layer++)
            ofRow += ((long)gates * Hidden * (FeaturesOf(layer) + Output)) + (HasProjection ? (long)Hidden * Output : 0);
        return ofRow * Directions * Rows;
    }

    /// <summary>Features that a layer takes.</summary>
    public int FeaturesOf(int layer) => layer == 0 ? Features : Width;
}
