using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Products with few rows and a transposed second operand, as a linear layer on one sample: every element is a dot product of
/// two rows, and each row of the second operand is read once per row of the first. As many dot products as a vector has lanes
/// are added up across their lanes together.
/// </summary>
internal unsafe struct DotJob : IJob
{
    /// <summary>Multiply-adds worth a thread of their own.</summary>
    private const long PartWork = 1 << 18;

    public Product Product;

    /// <summary>The columns of the result are divided.</summary>
    public readonly int Parts => (int)Math.Clamp(Product.Work / PartWork, 1, Product.N);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split columns = new(Product.N, Parts);
        int end = columns.Start(part + 1);
        for (int i = 0; i < Product.M; i++)
        {
            float* a = Product.A + i * Product.RowStepA;
            for (int j = columns.Start(part); j < end; j += V.Count)
            {
                int count = Math.Min(V.Count, end - j);
                V sums = DotRows.Sums<V>(a, Product.B + j * Product.RowStepB, Product.RowStepB, count, Product.K);
                Product.Finish(sums, V.FirstLanes(count), i, j);
            }
        }
    }
}
