namespace NnGen;

/// <summary>A tensor filled with 0.</summary>
[Op("-> y: any[dims(shape)]", IsDifferentiable = false)]
public static partial class ZerosOp
{
    /// <summary>Fills a tensor with 0.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    public static partial Tensor Apply(int[] shape);

    /// <summary>Writes the elements.</summary>
    public static void Forward<T>(Span<T> y)
        where T : unmanaged
        => y.Clear();
}
