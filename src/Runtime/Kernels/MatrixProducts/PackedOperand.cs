namespace NnGen.Kernels;

/// <summary>A transposed second operand as matrix products read it, so that several products need not pack it anew.</summary>
internal sealed unsafe class PackedOperand
{
    private readonly AlignedMemory _memory;
    private readonly int _lanes = Simd.Width;

    /// <param name="matrix">The operand: a row for each column of the result.</param>
    /// <param name="n">Columns of the result.</param>
    /// <param name="k">Length of the sums.</param>
    public PackedOperand(ReadOnlySpan<float> matrix, int n, int k)
    {
        fixed (float* b = matrix)
        {
            Product product = new() { N = n, K = k, B = b, RowStepB = k, TransB = true };
            _memory = new AlignedMemory(new ProductBlocks(product).PackedLength * sizeof(float));
            BlockedProduct.Pack(product, Pointer);
        }
    }

    /// <summary>The panels, for as long as this is reachable.</summary>
    public float* Pointer => (float*)_memory.Pointer;

    /// <summary>Whether it is laid out for the vectors in use.</summary>
    public bool IsCurrent => _lanes == Simd.Width;
}
