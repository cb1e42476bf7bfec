using NnGen.Kernels;

namespace NnGen;

/// <summary>A tensor filled with 1.</summary>
[Op("-> y: any[dims(shape)]", IsDifferentiable = false)]
public static partial class OnesOp
{
    /// <summary>Fills a tensor with 1.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    public static partial Tensor Apply(int[] shape);

    /// <summary>Writes the elements.</summary>
    public static void Forward<T>(Span<T> y)
        where T : unmanaged
        => y.Fill(Numbers.Convert<double, T>(1));
}
