using NnGen.Kernels;

namespace NnGen;

/// <summary>A matrix with 1 on the diagonal and 0 elsewhere.</summary>
[Op("-> y: any[rows, columns]", IsDifferentiable = false)]
public static partial class EyeOp
{
    /// <summary>Makes the matrix.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static partial Tensor Apply(int rows, int columns);

    /// <summary>Writes the elements.</summary>
    public static void Forward<T>(Span<T> y, int rows, int columns)
        where T : unmanaged
    {
        y.Clear();
        for (var i = 0; i < Math.Min(rows, columns); i++)
            y[(i * columns) + i] = Numbers.Convert<long, T>(1);
    }
}
