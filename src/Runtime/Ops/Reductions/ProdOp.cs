using NnGen.Kernels;

namespace NnGen;

/// <summary>The product of all elements, or along a dim.</summary>
[Op("x: *S -> y: reduce(*S, dim, keepDim)")]
public static partial class ProdOp
{
    /// <summary>Multiplies along a dim.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim. Default: all.</param>
    /// <param name="keepDim">Whether it stays, with size 1.</param>
    public static partial Tensor Apply(Tensor x, int? dim = null, bool keepDim = false);

    /// <summary>Computes the products, in double precision.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int? dim)
    {
        var axis = AxisOf(xShape, dim);
        for (var line = 0; line < axis.Lines; line++)
        {
            var product = 1.0;
            var at = axis.Start(line);
            for (var i = 0; i < axis.Size; i++, at += axis.Inner)
                product *= x[at];
            y[line] = (float)product;
        }
    }

    /// <summary>Computes the gradient of <c>x</c>: the product of the other elements, without a division, so that zeros are right.</summary>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int? dim)
    {
        if (!dx.IsWanted)
            return;
        var axis = AxisOf(xShape, dim);
        using var scratch = Scratch.Rent(axis.Size);
        var before = scratch.Span(axis.Size);
        for (var line = 0; line < axis.Lines; line++)
        {
            var start = axis.Start(line);
            var product = (double)dy[line];
            for (var i = 0; i < axis.Size; i++)
            {
                before[i] = (float)product;
                product *= x[start + (i * axis.Inner)];
            }

            product = 1;
            for (var i = axis.Size - 1; i >= 0; i--)
            {
                ref var target = ref dx.Span[start + (i * axis.Inner)];
                target = (float)((dx.Accumulate ? target : 0) + (before[i] * product));
                product *= x[start + (i * axis.Inner)];
            }
        }
    }

    private static Axis AxisOf(Shape shape, int? dim) => dim is { } d ? Axis.Of(shape, d) : new Axis(1, shape.Count, 1);
}
