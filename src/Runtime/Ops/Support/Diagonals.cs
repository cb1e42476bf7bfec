namespace NnGen.Kernels;

/// <summary>A diagonal of each of a batch of matrices.</summary>
/// <param name="Rows">Rows of a matrix.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Offset">Which diagonal: 0 is the main one, positive ones lie above it.</param>
internal readonly record struct Diagonals(int Rows, int Columns, int Offset)
{
    /// <summary>Number of elements of the diagonal.</summary>
    public int Length => Math.Max(0, Math.Min(Rows + Math.Min(Offset, 0), Columns - Math.Max(Offset, 0)));

    /// <summary>Where an element of a diagonal lies among the matrices.</summary>
    /// <param name="element">Its number, over all diagonals one after the other.</param>
    public int Place(int element)
    {
        var (matrix, i) = Math.DivRem(element, Length);
        return (((matrix * Rows) + i - Math.Min(Offset, 0)) * Columns) + i + Math.Max(Offset, 0);
    }
}
