namespace NnGen.Kernels;

/// <summary>Many products of one shape. Small ones are grouped, large ones are divided among the threads themselves.</summary>
internal unsafe struct BatchJob : IJob
{
    /// <summary>Multiply-adds worth a thread of their own.</summary>
    private const long PartWork = 1 << 18;

    public Product Product;
    public nint StrideA;
    public nint StrideB;
    public nint StrideC;
    public int Count;

    /// <summary>One part where a product alone keeps all threads busy.</summary>
    public readonly int Parts => Count < Threads.Count && Product.Work > PartWork * Threads.Count
        ? 1
        : (int)Math.Clamp(Product.Work * Count / PartWork, 1, Count);

    public void Run<V>(int part)
        where V : struct, IVector<V>
    {
        int parts = Parts;
        int end = (int)((long)Count * (part + 1) / parts);
        for (int i = (int)((long)Count * part / parts); i < end; i++)
        {
            Product product = Product;
            product.A += i * StrideA;
            product.B += i * StrideB;
            product.C += i * StrideC;
            if (product.ReluResult != null) product.ReluResult += i * StrideC;
            Gemm.Multiply(ref product);
        }
    }
}
