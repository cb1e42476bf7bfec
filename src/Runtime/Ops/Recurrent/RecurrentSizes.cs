namespace NnGen.Kernels;

/// <summary>
/// Sizes of a stack of recurrent layers. Rows of all its matrices are steps of samples, in the order of the input, so that
/// neither order of the dims needs a copy.
/// </summary>
/// <param name="Steps">Length of the sequence.</param>
/// <param name="Batch">How many sequences there are; 1 without a batch.</param>
/// <param name="Features">Features of the input.</param>
/// <param name="Hidden">Units of a layer.</param>
/// <param name="Output">Features of a layer's result: its units, or the size they are projected to.</param>
/// <param name="Layers">Number of layers.</param>
/// <param name="Directions">1, or 2 where each layer also runs backwards.</param>
/// <param name="BatchFirst">Whether the steps of one sample lie next to each other.</param>
internal readonly record struct RecurrentSizes(
    int Steps, int Batch, int Features, int Hidden, int Output, int Layers, int Directions, bool BatchFirst)
{
    /// <summary>The sizes as the contracts of recurrent ops bind them.</summary>
    /// <param name="t">Length of the sequences.</param>
    /// <param name="n">How many there are; not bound without a batch.</param>
    /// <param name="i">Their features.</param>
    /// <param name="alternative">0: the batch is the first dim. 1: the second one. 2: there is none.</param>
    /// <param name="hiddenSize">Units of a layer.</param>
    /// <param name="outputSize">Features of a layer's result.</param>
    /// <param name="numLayers">Number of layers.</param>
    /// <param name="directions">1 or 2.</param>
    public static RecurrentSizes Of(int t, int n, int i, int alternative, int hiddenSize, int outputSize, int numLayers, int directions)
        => new(t, alternative == 2 ? 1 : n, i, hiddenSize, outputSize, numLayers, directions, BatchFirst: alternative == 0);

    /// <summary>The sizes of one step.</summary>
    public static RecurrentSizes OfCell(int samples, int features, int units) => new(1, samples, features, units, units, 1, 1, BatchFirst: false);

    /// <summary>Rows of a matrix over all steps.</summary>
    public int Rows => Steps * Batch;

    /// <summary>How far the rows of two samples lie apart.</summary>
    public int RowStep => BatchFirst ? Steps : 1;

    /// <summary>Columns of a layer's result.</summary>
    public int Width => Directions * Output;

    /// <summary>Whether hidden states are projected to another size.</summary>
    public bool HasProjection => Output != Hidden;

    /// <summary>Random numbers that dropout draws for one layer, in whole blocks.</summary>
    public long DrawsOfLayer => ((long)Rows * Width + 3) / 4 * 4;

    /// <summary>Row of the first sample at a step.</summary>
    public int FirstRow(int step) => BatchFirst ? step : step * Batch;

    /// <summary>Features that a layer takes.</summary>
    public int FeaturesOf(int layer) => layer == 0 ? Features : Width;
}
