namespace NnGen.Kernels;

/// <summary>What a matrix product does to its result on the way to memory, in this order.</summary>
internal readonly ref struct Epilogue
{
    /// <summary>Added to every row; empty: nothing.</summary>
    public ReadOnlySpan<float> Bias { get; init; }

    /// <summary>Whether negative results become zero.</summary>
    public bool Relu { get; init; }

    /// <summary>
    /// Results of a ReLU in the layout of the product's own result: where they are not positive, the product becomes zero. That
    /// is the ReLU's gradient. Empty: nothing.
    /// </summary>
    public ReadOnlySpan<float> ReluResult { get; init; }
}
