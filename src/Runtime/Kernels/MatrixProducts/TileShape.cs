namespace NnGen.Kernels;

/// <summary>The shapes of tiles, and the choice of the kernel for each.</summary>
internal static unsafe class TileShape
{
    /// <summary>Rows of a full tile. With <see cref="MaxVectors"/> its sums fill the registers but for a row of the second operand.</summary>
    public const int MaxRows = 6;

    /// <summary>Vectors in a row of a full tile: AVX-512 has 32 registers, the others count on 16.</summary>
    public static int MaxVectors(int lanes) => lanes == Vec512.Count ? 4 : 2;

    /// <summary>A tile over rows at a fixed distance.</summary>
    public static void Multiply<V>(int rows, int vectors, TileOperands* operands)
        where V : struct, IVector<V>
        => Multiply<V, EvenRows>(rows, vectors, operands);

    /// <summary>A tile over rows that are listed.</summary>
    public static void MultiplyListed<V>(int rows, int vectors, TileOperands* operands)
        where V : struct, IVector<V>
        => Multiply<V, ListedRows>(rows, vectors, operands);

    private static void Multiply<V, B>(int rows, int vectors, TileOperands* operands)
        where V : struct, IVector<V>
        where B : struct, IOperandRows
    {
        switch (vectors)
        {
            case 1: Multiply<V, N1, B>(rows, operands); break;
            case 2: Multiply<V, N2, B>(rows, operands); break;
            case 3: Multiply<V, N3, B>(rows, operands); break;
            default: Multiply<V, N4, B>(rows, operands); break;
        }
    }

    private static void Multiply<V, C, B>(int rows, TileOperands* operands)
        where V : struct, IVector<V>
        where C : struct, IConstant
        where B : struct, IOperandRows
    {
        switch (rows)
        {
            case 1: Tile<V, N1, C, B>.Multiply(operands); break;
            case 2: Tile<V, N2, C, B>.Multiply(operands); break;
            case 3: Tile<V, N3, C, B>.Multiply(operands); break;
            case 4: Tile<V, N4, C, B>.Multiply(operands); break;
            case 5: Tile<V, N5, C, B>.Multiply(operands); break;
            default: Tile<V, N6, C, B>.Multiply(operands); break;
        }
    }
}
