using System.Numerics.Tensors;

namespace NnGen.Optim;

/// <summary>Sums over long vectors in double precision: a line search compares small differences of them.</summary>
internal static class VectorSums
{
    private const int PartLength = 1024;

    /// <summary>The sum of the products.</summary>
    public static double Dot(float[] a, float[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i += PartLength)
        {
            int count = Math.Min(PartLength, a.Length - i);
            sum += TensorPrimitives.Dot(a.AsSpan(i, count), b.AsSpan(i, count));
        }

        return sum;
    }

    /// <summary>The largest magnitude; NaN where there is one.</summary>
    public static double Largest(float[] a) => a.Length == 0 ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(a));

    /// <summary>The sum of the magnitudes.</summary>
    public static double Magnitudes(float[] a) => TensorPrimitives.SumOfMagnitudes<float>(a);
}
