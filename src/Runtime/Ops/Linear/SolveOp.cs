namespace NnGen;

/// <summary>The solution of a system of linear equations: torch.linalg.solve for a matrix of right-hand sides.</summary>
[Op("a: *B, N, N; right: *B, N, K -> y: *B, N, K")]
public static partial class SolveOp
{
    /// <summary>y with a y = b, by elimination in double precision.</summary>
    /// <exception cref="InvalidOperationException">A matrix is singular.</exception>
    public static void Forward(ReadOnlySpan<float> a, ReadOnlySpan<float> right, Span<float> y, int n, int k)
    {
        for (var i = 0; n * k > 0 && i < right.Length / (n * k); i++)
            Solve(a.Slice(i * n * n, n * n), right.Slice(i * n * k, n * k), y.Slice(i * n * k, n * k), n, k, isTransposed: false);
    }

    /// <summary>db = a⁻ᵀ dy and da = -db yᵀ.</summary>
    public static void Backward(ReadOnlySpan<float> a, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Gradient da, Gradient dright, int n, int k)
    {
        var solved = new float[dy.Length];
        for (var i = 0; n * k > 0 && i < dy.Length / (n * k); i++)
            Solve(a.Slice(i * n * n, n * n), dy.Slice(i * n * k, n * k), solved.AsSpan(i * n * k, n * k), n, k, isTransposed: true);
        dright.Write(solved);
        if (!da.IsWanted)
            return;
        var matrix = new float[a.Length];
        for (var i = 0; i < matrix.Length; i++)
        {
            var (batch, row, column) = (i / (n * n), i / n % n, i % n);
            var product = 0f;
            for (var j = 0; j < k; j++)
                product -= solved[(((batch * n) + row) * k) + j] * y[(((batch * n) + column) * k) + j];
            matrix[i] = product;
        }

        da.Write(matrix);
    }

    private static void Solve(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, int n, int k, bool isTransposed)
    {
        // Each row: the matrix's, then those of the right-hand sides.
        var rows = new double[n][];
        for (var row = 0; row < n; row++)
        {
            rows[row] = new double[n + k];
            for (var column = 0; column < n; column++)
                rows[row][column] = isTransposed ? a[(column * n) + row] : a[(row * n) + column];
            for (var column = 0; column < k; column++)
                rows[row][n + column] = b[(row * k) + column];
        }

        for (var pivot = 0; pivot < n; pivot++)
            Eliminate(rows, pivot);
        for (var row = 0; row < n; row++)
        {
            for (var column = 0; column < k; column++)
                y[(row * k) + column] = (float)rows[row][n + column];
        }
    }

    private static void Eliminate(double[][] rows, int pivot)
    {
        var largest = pivot;
        for (var row = pivot + 1; row < rows.Length; row++)
        {
            if (Math.Abs(rows[row][pivot]) > Math.Abs(rows[largest][pivot]))
                largest = row;
        }

        (rows[pivot], rows[largest]) = (rows[largest], rows[pivot]);
        var divisor = rows[pivot][pivot];
        if (divisor == 0)
            throw new InvalidOperationException("The solver failed because the input matrix is singular.");
        System.Numerics.Tensors.TensorPrimitives.Divide(rows[pivot], divisor, rows[pivot]);
        for (var row = 0; row < rows.Length; row++)
        {
            if (row != pivot)
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(rows[pivot], -rows[row][pivot], rows[row], rows[row]);
        }
    }
}
