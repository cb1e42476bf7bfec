using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Products with few rows and a transposed second operand, as a linear layer on one sample: every element is a dot product of
/// two rows, and each row of the second operand is read once per row of the first. As many dot products as a vector has lanes
/// are added up across their lanes together.
/// </summary>
internal unsafe struct DotJob : IJob
{
    /// <summary>Multiply-adds that take as long as handing a thread a part, and as fetching an element of the first operand from another core.</summary>
    private const long PartWork = 1 << 14;
    private const long FetchWork = 64;

    /// <summary>Multiply-adds for which a thread is woken.</summary>
    private const long LongWork = 1 << 19;

    public Product Product;

    private int _parts;

    /// <summary>Computes a product, a range of columns on each thread, whose part of the second operand stays in its cache.</summary>
    public static void Multiply(in Product product)
    {
        DotJob job = new() { Product = product };
        job._parts = (int)Math.Clamp(product.Work / (PartWork + FetchWork * product.K), 1, Math.Min(Threads.Count, product.N));
        Threads.Run(job._parts, ref job, isShort: product.Work < LongWork);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split columns = new(Product.N, _parts);
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
