namespace NnGen;

/// <summary>The elements in the shape of another tensor of as many.</summary>
[Op("x: any[*S]; other: any[*T] -> y: any[*T]")]
public static partial class ViewAsOp
{
    /// <summary>Copies the elements.</summary>
    /// <exception cref="ShapeException">The other tensor has another number of elements.</exception>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape)
        where T : unmanaged
    {
        if (x.Length != y.Length)
            throw new ShapeException($"shape '{yShape}' is invalid for input of size {x.Length}: the tensor is {xShape}.");
        x.CopyTo(y);
    }

    /// <summary>Passes the gradient.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx) => dx.Write(dy);
}
