using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Products of a column and a row, as the gradient of a weight for one sample: the result is written row by row, as fast as memory
/// takes it.
/// </summary>
internal unsafe struct OuterJob : IJob
{
    /// <summary>Elements worth a thread of their own.</summary>
    private const long PartLength = 1 << 16;

    public Product Product;

    /// <summary>The rows of the result are divided.</summary>
    public readonly int Parts => (int)Math.Clamp(Product.Work / PartLength, 1, Product.M);

    /// <summary>Whether a product is one of these and is only written or added.</summary>
    public static bool Fits(in Product product)
        => product is { K: 1, TransB: false, Alpha: 1f, Beta: 0f or 1f, Relu: false } && product.Bias == null && product.ReluResult == null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split rows = new(Product.M, Parts);
        int n = Product.N;
        float* b = Product.B;
        for (int i = rows.Start(part); i < rows.Start(part + 1); i++)
        {
            V x = V.Create(Product.A[i * Product.RowStepA]);
            float* c = Product.C + i * Product.RowStepC;
            int j = 0;
            if (Product.Beta == 0f)
            {
                for (; j <= n - V.Count; j += V.Count) V.Store(c + j, V.MultiplyAdd(x, V.Load(b + j), V.Zero));
            }
            else
            {
                for (; j <= n - V.Count; j += V.Count) V.Store(c + j, V.MultiplyAdd(x, V.Load(b + j), V.Load(c + j)));
            }

            if (j == n) continue;
            V mask = V.FirstLanes(n - j);
            V before = Product.Beta == 0f ? V.Zero : V.Load(c + j, mask);
            V.Store(c + j, mask, V.MultiplyAdd(x, V.Load(b + j, mask), before));
        }
    }
}
