namespace NnGen;

/// <summary>For each class a vector with 1 at its place and 0 elsewhere.</summary>
[Op("x: long[*S] -> y: long[*S, numClasses]", IsDifferentiable = false)]
public static partial class OneHotOp
{
    /// <summary>Computes the vectors.</summary>
    /// <param name="x">The classes.</param>
    /// <param name="numClasses">How many classes there are.</param>
    public static partial Tensor<long> Apply(Tensor<long> x, int numClasses);

    /// <summary>Writes the vectors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A class is out of range.</exception>
    public static void Forward(ReadOnlySpan<long> x, Span<long> y, int numClasses)
    {
        y.Clear();
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] < 0 || x[i] >= numClasses)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(x), x[i], x[i] < 0 ? "Class values must be non-negative." : "Class values must be smaller than num_classes.");
            }

            y[(i * numClasses) + (int)x[i]] = 1;
        }
    }
}
