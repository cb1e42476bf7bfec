namespace NnGen.Kernels;

/// <summary>The tiles of a convolution: each reads 4 by 4 elements of the input, two apart, and gives 2 by 2 of the output.</summary>
internal static class WinogradTiles
{
    /// <summary>Elements of a tile of the input.</summary>
    public const int Elements = 16;

    private const int Outputs = 2;
    private const int Inputs = 4;

    /// <summary>How many there are along a dim.</summary>
    public static int Count(WindowAxis axis) => (axis.Output + Outputs - 1) / Outputs;

    /// <summary>The tiles as windows over the input.</summary>
    public static WindowAxis Windows(WindowAxis axis) => axis with { Output = Count(axis), Kernel = Inputs, Stride = Outputs };

    /// <summary>
    /// The gradient of the output as the input of a convolution with a window of 2 by 2 for each tile, its groups cut into so many blocks.
    /// </summary>
    public static Convolution Gradients(in Convolution convolution, int blocks) => convolution with
    {
        Groups = convolution.Groups * blocks,
        InChannels = convolution.OutChannels,
        Planes = new(convolution.Planes.Output, convolution.Planes.Output, 1, 1, 0, 1),
        Rows = Gradients(convolution.Rows),
        Columns = Gradients(convolution.Columns),
    };

    /// <summary>Where their first outputs are written.</summary>
    public static LatticeAxis Places(WindowAxis axis) => new(Count(axis), 0, Outputs, axis.Output);

    private static WindowAxis Gradients(WindowAxis axis) => new(axis.Output, Count(axis), Outputs, Outputs, 0, 1);
}

/// <summary>Tiles beside each other in one row of an output.</summary>
/// <param name="Cell">Where the first is read in the grid.</param>
/// <param name="Column">Where they lie in a panel.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Target">Where the first is written.</param>
/// <param name="Outputs">How many elements they give in a row.</param>
/// <param name="IsTall">Whether the second row of the tiles lies inside the output.</param>
internal readonly record struct TileRun(int Cell, int Column, int Length, nint Target, int Outputs, bool IsTall)
{
    /// <param name="run">The tiles as places of the grid.</param>
    /// <param name="lattice">Where these are written.</param>
    public static TileRun Of(PanelRun run, in Lattice lattice)
    {
        var (rows, columns) = (lattice.Rows.Size, lattice.Columns.Size);
        var (row, column) = ((int)(run.Target / columns % rows), (int)(run.Target % columns));
        return new(run.Cell, run.Column, run.Length, run.Target, Math.Min(2 * run.Length, columns - column), row + 1 < rows);
    }
}
