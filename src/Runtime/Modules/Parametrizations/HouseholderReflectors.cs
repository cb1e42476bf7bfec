namespace NnGen;

/// <summary>The QR decomposition by Householder reflections, as LAPACK's geqrf keeps it.</summary>
internal static class HouseholderReflectors
{
    /// <summary>
    /// Replaces a tall matrix by the vectors of its reflections below the diagonal and, on the diagonal, the signs that the product of
    /// the reflections needs for R to have a positive diagonal.
    /// </summary>
    /// <param name="matrix">The matrix, row by row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns, at most as many.</param>
    public static void Decompose(Span<float> matrix, int rows, int columns)
    {
        var a = new double[rows, columns];
        for (var i = 0; i < matrix.Length; i++)
            a[i / columns, i % columns] = matrix[i];
        for (var column = 0; column < columns; column++)
            Reflect(a, column);
        for (var i = 0; i < matrix.Length; i++)
            matrix[i] = (float)a[i / columns, i % columns];
    }

    private static void Reflect(double[,] a, int column)
    {
        var (rows, columns) = (a.GetLength(0), a.GetLength(1));
        double below = 0;
        for (var row = column + 1; row < rows; row++)
            below += a[row, column] * a[row, column];
        var head = a[column, column];
        if (below == 0)
        {
            // No reflection: PyTorch turns the sign of the diagonal there.
            a[column, column] = -Math.Sign(head);
            return;
        }

        var length = -Math.CopySign(Math.Sqrt((head * head) + below), head);
        var scale = (length - head) / length;
        for (var row = column + 1; row < rows; row++)
            a[row, column] /= head - length;
        a[column, column] = Math.Sign(length);
        for (var other = column + 1; other < columns; other++)
        {
            var product = a[column, other];
            for (var row = column + 1; row < rows; row++)
                product += a[row, column] * a[row, other];
            a[column, other] -= scale * product;
            for (var row = column + 1; row < rows; row++)
                a[row, other] -= scale * product * a[row, column];
        }
    }
}
