using NnGen.Kernels;

namespace NnGen.Benchmarks.Peers;

/// <summary>Products of square matrices, either of which may be transposed.</summary>
internal static class MatrixProducts
{
    private static readonly int[] s_sizes = [256, 512, 1024, 2048];

    public static Section Section { get; } = new(
        "products",
        "Matrix products beside OpenBLAS",
        "Products of square matrices, as they are (n) or transposed (t); PyTorch's are OpenBLAS's.",
        () => from size in s_sizes from transA in (bool[])[false, true] from transB in (bool[])[false, true] select Of(size, transA, transB));

    private static Work Of(int size, bool transA, bool transB)
    {
        Tensor a = Tensor.Randn(size, size), b = Tensor.Randn(size, size), c = Tensor.Zeros(size, size);
        return new(
            $"{(transA ? 't' : 'n')}{(transB ? 't' : 'n')}-{size}",
            () => Gemm.Run(transA, transB, size, size, size, 1, a.AsSpan(), size, b.AsSpan(), size, 0, c.AsWritableSpan(), size))
        {
            Goal = 1,
            Operations = 2.0 * size * size * size,
        };
    }
}
