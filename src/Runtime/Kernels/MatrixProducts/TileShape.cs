namespace NnGen.Kernels;

/// <summary>The shapes of tiles, and the choice of the kernel for each.</summary>
internal static unsafe class TileShape
{
    /// <summary>Rows of a full tile. With <see cref="MaxVectors"/> its sums fill the registers but for a row of the second operand.</summary>
    public const int MaxRows = 6;

    /// <summary>Vectors in a row of a full tile: AVX-512 has 32 registers, the others count on 16.</summary>
    public static int MaxVectors(int lanes) => lanes == Vec512.Count ? 4 : 2;

    public static void Multiply<V>(int rows, int vectors, TileOperands* operands)
        where V : struct, IVector<V>
    {
        switch (vectors)
        {
            case 1: Multiply<V, N1, EvenRows>(rows, operands); break;
            case 2: Multiply<V, N2, EvenRows>(rows, operands); break;
            case 3: Multiply<V, N3, EvenRows>(rows, operands); break;
            default: Multiply<V, N4, EvenRows>(rows, operands); break;
        }
    }

    /// <summary>A tile of as many vectors as there are registers for, over rows that are listed.</summary>
    public static void MultiplyListed<V>(int rows, TileOperands* operands)
        where V : struct, IVector<V>
    {
        if (MaxVectors(V.Count) == 4) Multiply<V, N4, ListedRows>(rows, operands);
        else Multiply<V, N2, ListedRows>(rows, operands);
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
