using NnGen.Kernels;

namespace NnGen;

/// <summary>How much an anchor's distance to a positive sample fails to stay below that to a negative one, by a margin.</summary>
[Op("anchor: *B, D; positive: *B, D; negative: *B, D -> y: *B when reduction == 0 | anchor: *B, D; positive: *B, D; negative: *B, D -> y: ()")]
public static partial class TripletMarginLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="anchor">The anchors.</param>
    /// <param name="positive">What should be near.</param>
    /// <param name="negative">What should be far.</param>
    /// <param name="y">The loss.</param>
    /// <param name="b">Number of triplets.</param>
    /// <param name="d">Size of each vector.</param>
    /// <param name="margin">The margin. Default: 1.</param>
    /// <param name="p">Exponent of the norm. Default: 2.</param>
    /// <param name="eps">Added to each difference. Default: 1e-6.</param>
    /// <param name="swap">Whether the negative's distance to the positive counts where it is smaller. Default: no.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> anchor,
        ReadOnlySpan<float> positive,
        ReadOnlySpan<float> negative,
        Span<float> y,
        int b,
        int d,
        double margin = 1,
        double p = 2,
        double eps = 1e-6,
        bool swap = false,
        Reduction reduction = Reduction.Mean)
    {
        LossReduction.Validate(reduction);
        using var scratch = Scratch.Rent(b);
        var losses = scratch.Span(b);
        var norm = new PNorm(p, eps);
        for (var row = 0; row < b; row++)
            losses[row] = (float)Math.Max(0, new Triplet(norm, anchor, positive, negative, row, d, swap).Loss(margin));
        LossReduction.Forward(losses, y, reduction, b);
    }

    /// <summary>Computes the gradients of <c>anchor</c>, <c>positive</c> and <c>negative</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> anchor,
        ReadOnlySpan<float> positive,
        ReadOnlySpan<float> negative,
        ReadOnlySpan<float> dy,
        Gradient danchor,
        Gradient dpositive,
        Gradient dnegative,
        int b,
        int d,
        double margin,
        double p,
        double eps,
        bool swap,
        Reduction reduction)
    {
        danchor.Begin();
        dpositive.Begin();
        dnegative.Begin();
        var norm = new PNorm(p, eps);
        for (var row = 0; row < b; row++)
        {
            var triplet = new Triplet(norm, anchor, positive, negative, row, d, swap);
            if (triplet.Loss(margin) < 0)
                continue;
            var gradient = LossReduction.Gradient(dy, row, reduction, b);
            triplet.AddGradients(norm, gradient, danchor.Row(row, d), dpositive.Row(row, d), dnegative.Row(row, d));
        }
    }

    private readonly ref struct Triplet
    {
        private readonly ReadOnlySpan<float> _anchor;
        private readonly ReadOnlySpan<float> _positive;
        private readonly ReadOnlySpan<float> _negative;
        private readonly double _near;
        private readonly double _far;
        private readonly double _swapped;

        public Triplet(
            PNorm norm, ReadOnlySpan<float> anchor, ReadOnlySpan<float> positive, ReadOnlySpan<float> negative, int row, int d, bool swap)
        {
            _anchor = anchor.Slice(row * d, d);
            _positive = positive.Slice(row * d, d);
            _negative = negative.Slice(row * d, d);
            _near = norm.Of(_anchor, _positive);
            _far = norm.Of(_anchor, _negative);
            _swapped = swap ? norm.Of(_positive, _negative) : double.PositiveInfinity;
        }

        public double Loss(double margin) => margin + _near - Math.Min(_far, _swapped);

        public void AddGradients(PNorm norm, double gradient, Span<float> danchor, Span<float> dpositive, Span<float> dnegative)
        {
            norm.AddGradients(_anchor, _positive, _near, gradient, danchor, dpositive);

            // Where both distances are equal, each gets half, as in PyTorch.
            var share = _far < _swapped ? 1 : _far == _swapped ? 0.5 : 0;
            norm.AddGradients(_anchor, _negative, _far, -gradient * share, danchor, dnegative);
            norm.AddGradients(_positive, _negative, _swapped, -gradient * (1 - share), dpositive, dnegative);
        }
    }
}
