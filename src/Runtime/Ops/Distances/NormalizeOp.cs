using NnGen.Kernels;

namespace NnGen;

/// <summary>Vectors along a dim divided by their p-norm, which is bounded from below.</summary>
[Op("x: *S -> y: *S")]
public static partial class NormalizeOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The vectors.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the vectors.</param>
    /// <param name="p">Exponent of the norm. Default: 2.</param>
    /// <param name="dim">The dim, counted from the end where negative. Default: 1.</param>
    /// <param name="eps">The least norm that is divided by. Default: 1e-12.</param>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, double p = 2, int dim = 1, double eps = 1e-12)
    {
        var axis = Axis.Of(xShape, dim);
        using var scratch = Scratch.Rent(2L * axis.Size);
        var row = scratch.Span(axis.Size);
        var zeros = scratch.Span(2 * axis.Size)[axis.Size..];
        zeros.Clear();
        var norm = new PNorm(p, 0);
        for (var line = 0; line < axis.Lines; line++)
        {
            Read(x, axis, line, row);
            var scale = 1 / Math.Max(norm.Of(row, zeros), eps);
            for (var i = 0; i < axis.Size; i++)
                y[axis.Start(line) + (i * axis.Inner)] = (float)(row[i] * scale);
        }
    }

    /// <summary>Computes the gradient of <c>x</c>.</summary>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, double p, int dim, double eps)
    {
        if (!dx.IsWanted)
            return;
        dx.Begin();
        var axis = Axis.Of(xShape, dim);
        using var scratch = Scratch.Rent(4L * axis.Size);
        var memory = scratch.Span(4 * axis.Size);
        var row = memory[..axis.Size];
        var zeros = memory.Slice(axis.Size, axis.Size);
        var gradient = memory.Slice(2 * axis.Size, axis.Size);
        var drow = memory[(3 * axis.Size)..];
        zeros.Clear();
        var norm = new PNorm(p, 0);
        for (var line = 0; line < axis.Lines; line++)
        {
            Read(x, axis, line, row);
            Read(dy, axis, line, gradient);
            var length = norm.Of(row, zeros);
            var scale = 1 / Math.Max(length, eps);
            drow.Clear();
            if (length > eps)
                norm.AddGradients(row, zeros, length, -System.Numerics.Tensors.TensorPrimitives.Dot<float>(row, gradient) * scale * scale, drow, default);
            for (var i = 0; i < axis.Size; i++)
                dx.Span[axis.Start(line) + (i * axis.Inner)] += (float)((gradient[i] * scale) + drow[i]);
        }
    }

    private static void Read(ReadOnlySpan<float> x, Axis axis, int line, Span<float> row)
    {
        for (var i = 0; i < row.Length; i++)
            row[i] = x[axis.Start(line) + (i * axis.Inner)];
    }
}
