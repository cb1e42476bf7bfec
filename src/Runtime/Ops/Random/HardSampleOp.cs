using NnGen.Kernels;

namespace NnGen;

/// <summary>Samples of a relaxed distribution, as they are or one-hot with the gradient of the soft ones (Jang et al. 2016).</summary>
[Op("x: *S -> y: *S")]
public static partial class HardSampleOp
{
    /// <summary>Computes the samples.</summary>
    /// <param name="x">The soft samples.</param>
    /// <param name="y">The samples.</param>
    /// <param name="xShape">Shape of the soft samples.</param>
    /// <param name="dim">The dim along which one element becomes 1.</param>
    /// <param name="hard">Whether they are one-hot.</param>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int dim, bool hard)
    {
        if (!hard)
        {
            x.CopyTo(y);
            return;
        }

        var axis = Axis.Of(xShape, dim);
        var indices = new long[axis.Lines];
        Extremes.Find<Largest, float>(x, axis, default, indices);
        y.Clear();
        for (var line = 0; line < axis.Lines; line++)
            y[axis.Start(line) + ((int)indices[line] * axis.Inner)] = 1;
    }

    /// <summary>Passes the gradient through.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx) => dx.Write(dy);
}
