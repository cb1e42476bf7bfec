using NnGen.Kernels;

namespace NnGen;

/// <summary>Products of the elements up to each one along a dim.</summary>
[Op("x: *S -> y: *S")]
public static partial class CumProdOp
{
    /// <summary>Computes the products.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="y">The products.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="dim">The dim.</param>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int dim)
    {
        var axis = Axis.Of(xShape, dim);
        for (var line = 0; line < axis.Lines; line++)
        {
            var product = 1.0;
            var at = axis.Start(line);
            for (var i = 0; i < axis.Size; i++, at += axis.Inner)
                y[at] = (float)(product *= x[at]);
        }
    }

    /// <summary>Computes the gradient of <c>x</c>.</summary>
    /// <remarks>
    /// With <c>s</c> the gradient of the product up to an element, counted from the end, <c>s_i = dy_i + x_(i+1) · s_(i+1)</c>: no
    /// division, so that zeros are right as well.
    /// </remarks>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int dim)
    {
        if (!dx.IsWanted)
            return;
        var axis = Axis.Of(xShape, dim);
        for (var line = 0; line < axis.Lines; line++)
        {
            var start = axis.Start(line);
            var later = 0.0;
            for (var i = axis.Size - 1; i >= 0; i--)
            {
                var at = start + (i * axis.Inner);
                later += dy[at];
                var gradient = (i == 0 ? 1 : y[at - axis.Inner]) * later;
                dx.Span[at] = (float)(dx.Accumulate ? dx.Span[at] + gradient : gradient);
                later *= x[at];
            }
        }
    }
}
