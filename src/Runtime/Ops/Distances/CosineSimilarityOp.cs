using NnGen.Kernels;

namespace NnGen;

/// <summary>The cosine of the angle of two vectors along a dim, with broadcasting; lengths are bounded from below.</summary>
[Op("x1: #*S; x2: #*S -> y: reduce(*S, dim, false)")]
public static partial class CosineSimilarityOp
{
    /// <summary>Computes the cosines.</summary>
    /// <param name="x1">The first vectors.</param>
    /// <param name="x2">The second vectors.</param>
    /// <param name="y">The cosines.</param>
    /// <param name="x1Shape">Shape of the first vectors.</param>
    /// <param name="x2Shape">Shape of the second vectors.</param>
    /// <param name="dim">The dim, counted from the end where negative. Default: 1.</param>
    /// <param name="eps">The least length that is divided by. Default: 1e-8.</param>
    public static void Forward(
        ReadOnlySpan<float> x1, ReadOnlySpan<float> x2, Span<float> y, Shape x1Shape, Shape x2Shape, int dim = 1, double eps = 1e-8)
    {
        var shape = Shape.Broadcast(x1Shape, x2Shape);
        using var scratch = Scratch.Rent(2L * shape.Count);
        var a = BroadcastCopy.Whole(x1, x1Shape, shape, scratch.Span(shape.Count));
        var b = BroadcastCopy.Whole(x2, x2Shape, shape, scratch.Span(2 * shape.Count)[shape.Count..]);
        var axis = Axis.Of(shape, dim);
        y.Check(axis.Lines);
        for (var line = 0; line < y.Length; line++)
            y[line] = (float)new Line(a, b, axis, line, eps).Cosine;
    }

    /// <summary>Computes the gradients of <c>x1</c> and <c>x2</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> x1, ReadOnlySpan<float> x2, ReadOnlySpan<float> dy, Gradient dx1, Gradient dx2, Shape x1Shape, Shape x2Shape, int dim, double eps)
    {
        var shape = Shape.Broadcast(x1Shape, x2Shape);
        var count = shape.Count;
        using var scratch = Scratch.Rent(4L * count);
        var memory = scratch.Span(4 * count);
        var a = BroadcastCopy.Whole(x1, x1Shape, shape, memory[..count]);
        var b = BroadcastCopy.Whole(x2, x2Shape, shape, memory.Slice(count, count));
        var da = memory.Slice(2 * count, count);
        var db = memory.Slice(3 * count, count);
        var axis = Axis.Of(shape, dim);
        for (var line = 0; line < dy.Length; line++)
            new Line(a, b, axis, line, eps).WriteGradients(dy[line], da, db);
        BroadcastCopy.Sum(da, x1Shape, shape, dx1);
        BroadcastCopy.Sum(db, x2Shape, shape, dx2);
    }

    private readonly ref struct Line
    {
        private readonly ReadOnlySpan<float> _a;
        private readonly ReadOnlySpan<float> _b;
        private readonly Axis _axis;
        private readonly int _start;
        private readonly double _eps;
        private readonly double _lengthA;
        private readonly double _lengthB;

        public Line(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Axis axis, int line, double eps)
        {
            _a = a;
            _b = b;
            _axis = axis;
            _start = axis.Start(line);
            _eps = eps;
            var (squareA, squareB, product) = (0.0, 0.0, 0.0);
            for (var i = 0; i < axis.Size; i++)
            {
                double x = a[_start + (i * axis.Inner)];
                double y = b[_start + (i * axis.Inner)];
                squareA += x * x;
                squareB += y * y;
                product += x * y;
            }

            (_lengthA, _lengthB) = (Math.Sqrt(squareA), Math.Sqrt(squareB));
            Cosine = product / (Math.Max(_lengthA, eps) * Math.Max(_lengthB, eps));
        }

        public double Cosine { get; }

        public void WriteGradients(double gradient, Span<float> da, Span<float> db)
        {
            var scale = 1 / (Math.Max(_lengthA, _eps) * Math.Max(_lengthB, _eps));
            // As in PyTorch 2, the gradient of a length flows also where the bound stands in its place.
            var towardsA = _lengthA > 0 ? Cosine / (Math.Max(_lengthA, _eps) * _lengthA) : 0;
            var towardsB = _lengthB > 0 ? Cosine / (Math.Max(_lengthB, _eps) * _lengthB) : 0;
            for (var i = 0; i < _axis.Size; i++)
            {
                var at = _start + (i * _axis.Inner);
                da[at] = (float)(gradient * ((_b[at] * scale) - (_a[at] * towardsA)));
                db[at] = (float)(gradient * ((_a[at] * scale) - (_b[at] * towardsB)));
            }
        }
    }
}
