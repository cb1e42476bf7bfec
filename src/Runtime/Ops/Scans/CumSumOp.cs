using NnGen.Kernels;

namespace NnGen;

/// <summary>Sums of the elements up to each one along a dim.</summary>
[Op("x: *S -> y: *S")]
public static partial class CumSumOp
{
    /// <summary>Computes the sums.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="y">The sums.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="dim">The dim.</param>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int dim)
    {
        var axis = Axis.Of(xShape, dim);
        for (var line = 0; line < axis.Lines; line++)
        {
            var sum = 0.0;
            var at = axis.Start(line);
            for (var i = 0; i < axis.Size; i++, at += axis.Inner)
                y[at] = (float)(sum += x[at]);
        }
    }

    /// <summary>Computes the gradient of <c>x</c>: the sums of the gradients from each element on.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int dim)
    {
        if (!dx.IsWanted)
            return;
        var axis = Axis.Of(xShape, dim);
        for (var line = 0; line < axis.Lines; line++)
        {
            var sum = 0.0;
            var at = axis.Start(line) + ((axis.Size - 1) * axis.Inner);
            for (var i = 0; i < axis.Size; i++, at -= axis.Inner)
            {
                sum += dy[at];
                dx.Span[at] = (float)(dx.Accumulate ? dx.Span[at] + sum : sum);
            }
        }
    }
}
