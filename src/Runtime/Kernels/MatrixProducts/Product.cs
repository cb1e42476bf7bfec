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

    /// <summary>One element through everything that follows the sum.</summary>
    public readonly void Finish(float sum, int i, int j)
    {
        float* c = C + i * RowStepC + j;
        float value = Alpha * sum;
        if (Beta != 0f) value += Beta * *c;
        if (Bias != null) value += Bias[j];
        if (Relu && value < 0f) value = 0f;
        if (ReluResult != null && ReluResult[i * RowStepC + j] <= 0f) value = 0f;
        *c = value;
    }
}
