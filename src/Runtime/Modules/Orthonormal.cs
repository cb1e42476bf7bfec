using System.Numerics.Tensors;

namespace NnGen;

/// <summary>Makes the vectors of a matrix orthonormal.</summary>
internal static class Orthonormal
{
    /// <summary>
    /// The vectors along the longer dim are made orthogonal one after the other. Each keeps its direction, which is what PyTorch makes
    /// of a QR decomposition by the signs of its diagonal.
    /// </summary>
    /// <param name="matrix">The matrix, row by row; overwritten.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    public static void Orthogonalize(Span<float> matrix, int rows, int columns)
    {
        var (count, length) = rows < columns ? (rows, columns) : (columns, rows);
        var (vectorStep, elementStep) = rows < columns ? (columns, 1) : (1, columns);
        var basis = new double[count][];
        for (var v = 0; v < count; v++)
        {
            var vector = basis[v] = new double[length];
            for (var i = 0; i < length; i++)
                vector[i] = matrix[(v * vectorStep) + (i * elementStep)];

            // Twice is enough: what rounding leaves over after the first time is removed by the second.
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var earlier in basis.AsSpan(0, v))
                    TensorPrimitives.MultiplyAdd(earlier, -TensorPrimitives.Dot<double>(vector, earlier), vector, vector);
            }

            TensorPrimitives.Divide(vector, Math.Sqrt(TensorPrimitives.SumOfSquares<double>(vector)), vector);
            for (var i = 0; i < length; i++)
                matrix[(v * vectorStep) + (i * elementStep)] = (float)vector[i];
        }
    }
}
