namespace NnGen.Kernels;

/// <summary>What a pooling sums of each element.</summary>
internal unsafe interface IPoolFunction
{
    /// <summary>What is summed.</summary>
    double Value(float x);

    /// <summary>Its derivative at an element.</summary>
    double Derivative(float* x, nint at);
}

/// <summary>The elements themselves.</summary>
internal readonly unsafe struct PlainElements : IPoolFunction
{
    public double Value(float x) => x;

    public double Derivative(float* x, nint at) => 1;
}

/// <summary>A power of the elements.</summary>
/// <param name="exponent">The exponent.</param>
internal readonly unsafe struct PowerOfElements(double exponent) : IPoolFunction
{
    public double Value(float x) => exponent == 2 ? (double)x * x : Math.Pow(x, exponent);

    public double Derivative(float* x, nint at) => exponent == 2 ? 2.0 * x[at] : exponent * Math.Pow(x[at], exponent - 1);
}
