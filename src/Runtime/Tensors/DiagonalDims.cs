using NnGen.Kernels;

namespace NnGen;

/// <summary>Brings the two dims of a diagonal to the end.</summary>
internal static class DiagonalDims
{
    /// <summary>The order of dims in which the two are the last ones.</summary>
    /// <exception cref="ArgumentException">They are the same.</exception>
    public static int[] Last(int rank, int dim1, int dim2)
    {
        var (rows, columns) = (Axis.Normalize(dim1, rank), Axis.Normalize(dim2, rank));
        return rows == columns
            ? throw new ArgumentException($"diagonal dimensions cannot be identical {dim1}, {dim2}")
            : [.. Enumerable.Range(0, rank).Where(dim => dim != rows && dim != columns), rows, columns];
    }
}
