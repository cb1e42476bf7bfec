namespace NnGen;

/// <summary>A tensor filled with one value.</summary>
[Op("-> y: any[dims(shape)]", IsDifferentiable = false)]
public static partial class FullOp
{
    /// <summary>Fills a tensor with one value.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="value">The value.</param>
    public static partial Tensor Apply(int[] shape, Number value);

    /// <summary>Writes the elements.</summary>
    public static void Forward<T>(Span<T> y, Number value)
        where T : unmanaged
        => y.Fill(value.As<T>());
}
