using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Products with few rows and a transposed second operand, as a linear layer on one sample: every element is a dot product of
/// two rows, and each row of the second operand is read once per row of the first.
/// </summary>
internal unsafe struct DotJob : IJob
{
    /// <summary>Multiply-adds worth a thread of their own.</summary>
    private const long PartWork = 1 << 18;

    private const int Columns = 4;

    public Product Product;

    /// <summary>The columns of the result are divided.</summary>
    public readonly int Parts => (int)Math.Clamp(Product.Work / PartWork, 1, Product.N);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>(int part)
        where V : struct, IVector<V>
    {
        int parts = Parts;
        int first = (int)((long)Product.N * part / parts);
        int end = (int)((long)Product.N * (part + 1) / parts);
        float* sums = stackalloc float[Columns];
        for (int i = 0; i < Product.M; i++)
        {
            float* a = Product.A + i * Product.RowStepA;
            int j = first;
            for (; j <= end - Columns; j += Columns)
            {
                Dot4<V>(a, Product.B + j * Product.RowStepB, Product.RowStepB, Product.K, sums);
                for (int column = 0; column < Columns; column++) Product.Finish(sums[column], i, j + column);
            }

            for (; j < end; j++) Product.Finish(Dot<V>(a, Product.B + j * Product.RowStepB, Product.K), i, j);
        }
    }

    /// <summary>Dot products with four rows: each is summed as <see cref="Dot"/> sums one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Dot4<V>(float* a, float* b, nint step, int k, float* sums)
        where V : struct, IVector<V>
    {
        V even0 = V.Zero, even1 = V.Zero, even2 = V.Zero, even3 = V.Zero;
        V odd0 = V.Zero, odd1 = V.Zero, odd2 = V.Zero, odd3 = V.Zero;
        float* b2 = b + 2 * step;
        for (; k >= 2 * V.Count; k -= 2 * V.Count)
        {
            V x = V.Load(a);
            even0 = V.MultiplyAdd(x, V.Load(b), even0);
            even1 = V.MultiplyAdd(x, V.Load(b + step), even1);
            even2 = V.MultiplyAdd(x, V.Load(b2), even2);
            even3 = V.MultiplyAdd(x, V.Load(b2 + step), even3);
            x = V.Load(a + V.Count);
            odd0 = V.MultiplyAdd(x, V.Load(b + V.Count), odd0);
            odd1 = V.MultiplyAdd(x, V.Load(b + step + V.Count), odd1);
            odd2 = V.MultiplyAdd(x, V.Load(b2 + V.Count), odd2);
            odd3 = V.MultiplyAdd(x, V.Load(b2 + step + V.Count), odd3);
            a += 2 * V.Count;
            b += 2 * V.Count;
            b2 += 2 * V.Count;
        }

        for (; k > 0; k -= V.Count)
        {
            V mask = V.FirstLanes(k);
            V x = V.Load(a, mask);
            even0 = V.MultiplyAdd(x, V.Load(b, mask), even0);
            even1 = V.MultiplyAdd(x, V.Load(b + step, mask), even1);
            even2 = V.MultiplyAdd(x, V.Load(b2, mask), even2);
            even3 = V.MultiplyAdd(x, V.Load(b2 + step, mask), even3);
            a += V.Count;
            b += V.Count;
            b2 += V.Count;
        }

        sums[0] = V.Sum(even0 + odd0);
        sums[1] = V.Sum(even1 + odd1);
        sums[2] = V.Sum(even2 + odd2);
        sums[3] = V.Sum(even3 + odd3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Dot<V>(float* a, float* b, int k)
        where V : struct, IVector<V>
    {
        V even = V.Zero;
        V odd = V.Zero;
        for (; k >= 2 * V.Count; k -= 2 * V.Count)
        {
            even = V.MultiplyAdd(V.Load(a), V.Load(b), even);
            odd = V.MultiplyAdd(V.Load(a + V.Count), V.Load(b + V.Count), odd);
            a += 2 * V.Count;
            b += 2 * V.Count;
        }

        for (; k > 0; k -= V.Count)
        {
            V mask = V.FirstLanes(k);
            even = V.MultiplyAdd(V.Load(a, mask), V.Load(b, mask), even);
            a += V.Count;
            b += V.Count;
        }

        return V.Sum(even + odd);
    }
}
