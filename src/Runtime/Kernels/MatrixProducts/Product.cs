namespace NnGen.Kernels;

/// <summary>A matrix product on raw memory: <c>c = epilogue(alpha a·b + beta c)</c>.</summary>
internal unsafe struct Product
{
    public int M;
    public int N;
    public int K;

    /// <summary>First operand; its element (i, k) is <c>A[i * RowStepA + k * KStepA]</c>.</summary>
    public float* A;
    public nint RowStepA;
    public nint KStepA;

    /// <summary>Second operand: a row for each k, or, transposed, one for each column of the result.</summary>
    public float* B;
    public nint RowStepB;
    public bool TransB;

    /// <summary>Its packed panels, one block after the other; null where they are not packed yet.</summary>
    public float* PackedB;

    public float* C;
    public nint RowStepC;

    public float Alpha;
    public float Beta;

    /// <summary>The epilogue; null where it has none.</summary>
    public float* Bias;
    public float* ReluResult;
    public bool Relu;

    /// <summary>Multiply-adds.</summary>
    public readonly long Work => (long)M * N * Math.Max(K, 1);

    /// <summary>Some elements of a row through everything that follows the sums.</summary>
    public readonly void Finish<V>(V sums, V mask, int i, int j)
        where V : struct, IVector<V>
    {
        float* c = C + i * RowStepC + j;
        V value = Alpha == 1f ? sums : V.Create(Alpha) * sums;
        if (Beta != 0f) value += V.Create(Beta) * V.Load(c, mask);
        if (Bias != null) value += V.Load(Bias + j, mask);
        if (Relu) value = V.Larger(V.Zero, value);
        if (ReluResult != null) value = V.AndNot(value, V.LessThanOrEqual(V.Load(ReluResult + i * RowStepC + j, mask), V.Zero));
        V.Store(c, mask, value);
    }
}
