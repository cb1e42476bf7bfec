using NnGen.Kernels;

namespace NnGen;

/// <summary>Gated linear unit: the first half of a dim times the logistic function of the second half.</summary>
[Op("x: *S -> y: resize(*S, dim, size(*S, dim)/2)")]
public static partial class GluOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the elements.</param>
    /// <param name="dim">The dim, counted from the end where negative. Default: the last.</param>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int dim = -1)
    {
        var half = Half(xShape, dim);
        y.Check(x.Length / 2);
        for (var i = 0; i < y.Length; i++)
        {
            var at = (i / half * 2 * half) + (i % half);
            y[i] = (float)(x[at] * Sigmoid(x[at + half]));
        }
    }

    /// <summary>Computes the gradient of <c>x</c>.</summary>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int dim)
    {
        if (!dx.IsWanted)
            return;
        dx.Begin();
        var half = Half(xShape, dim);
        for (var i = 0; i < dy.Length; i++)
        {
            var at = (i / half * 2 * half) + (i % half);
            var gate = Sigmoid(x[at + half]);
            dx.Span[at] += (float)(dy[i] * gate);
            dx.Span[at + half] += (float)(dy[i] * x[at] * gate * (1 - gate));
        }
    }

    /// <summary>Elements of one half that stand side by side.</summary>
    private static int Half(Shape shape, int dim)
    {
        var axis = Axis.Of(shape, dim);
        return axis.Size / 2 * axis.Inner;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
