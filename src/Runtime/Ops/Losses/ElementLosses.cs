namespace NnGen.Kernels;

/// <summary>What the inputs of a loss hold for one element, in the order of the inputs; 1 for an absent one.</summary>
internal record struct LossPoint(double A, double B, double C, double D);

/// <summary>A loss of single elements.</summary>
internal interface IElementLoss
{
    /// <summary>The loss.</summary>
    double Of(in LossPoint p);

    /// <summary>Its derivative by one input, counted from 0.</summary>
    double Slope(int input, in LossPoint p);
}

/// <summary>An input of a loss, which may be absent.</summary>
internal readonly ref struct LossInput(ReadOnlySpan<float> values, Shape shape)
{
    /// <summary>The elements.</summary>
    public ReadOnlySpan<float> Values { get; } = values;

    /// <summary>The shape, which broadcasts to that of the losses.</summary>
    public Shape Shape { get; } = shape;
}

/// <summary>Losses of up to four tensors element by element, with broadcasting. They are computed and summed in double precision.</summary>
/// <param name="shape">The shape of the losses.</param>
internal readonly ref struct ElementLosses(Shape shape, LossInput a, LossInput b, LossInput c = default, LossInput d = default)
{
    private readonly Shape _shape = shape;
    private readonly LossInput _a = a;
    private readonly LossInput _b = b;
    private readonly LossInput _c = c;
    private readonly LossInput _d = d;

    /// <summary>Computes the losses, or what is made of them.</summary>
    /// <param name="loss">The loss of an element.</param>
    /// <param name="y">The result.</param>
    /// <param name="reduction">What is made of the losses.</param>
    /// <param name="count">What a mean divides the sum by. Default: the number of losses.</param>
    public void Forward<TLoss>(TLoss loss, Span<float> y, Reduction reduction, double? count = null)
        where TLoss : struct, IElementLoss
    {
        LossReduction.Validate(reduction);
        using var scratch = Scratch.Rent(ScratchLength);
        var points = new Points(this, scratch.Span(ScratchLength));
        if (reduction == Reduction.None)
        {
            y.Check(points.Count);
            for (var i = 0; i < y.Length; i++)
                y[i] = (float)loss.Of(points[i]);
            return;
        }

        var sum = 0.0;
        for (var i = 0; i < points.Count; i++)
            sum += loss.Of(points[i]);
        y[0] = (float)(reduction == Reduction.Sum ? sum : sum / (count ?? points.Count));
    }

    /// <summary>Computes the gradients of the inputs.</summary>
    public void Backward<TLoss>(
        TLoss loss,
        ReadOnlySpan<float> dy,
        Reduction reduction,
        Gradient da,
        Gradient db = default,
        Gradient dc = default,
        Gradient dd = default,
        double? count = null)
        where TLoss : struct, IElementLoss
    {
        using var scratch = Scratch.Rent(ScratchLength);
        var points = new Points(this, scratch.Span(ScratchLength));
        Backward(loss, 0, points, _a, dy, reduction, da, count);
        Backward(loss, 1, points, _b, dy, reduction, db, count);
        Backward(loss, 2, points, _c, dy, reduction, dc, count);
        Backward(loss, 3, points, _d, dy, reduction, dd, count);
    }

    private int ScratchLength => Missing(_a) + Missing(_b) + Missing(_c) + Missing(_d);

    /// <summary>Room for an input's elements repeated to the shape of the losses, where it has another one.</summary>
    private int Missing(LossInput input) => input.Values.IsAbsent() || input.Shape == _shape ? 0 : _shape.Count;

    private void Backward<TLoss>(
        TLoss loss, int input, Points points, LossInput operand, ReadOnlySpan<float> dy, Reduction reduction, Gradient gradient, double? count)
        where TLoss : struct, IElementLoss
    {
        if (!gradient.IsWanted)
            return;
        var isWhole = operand.Shape == _shape;
        using var scratch = Scratch.Rent(isWhole ? 0 : points.Count);
        var target = isWhole ? gradient.Span : scratch.Span(points.Count);
        var accumulates = isWhole && gradient.Accumulate;
        for (var i = 0; i < points.Count; i++)
        {
            var value = (float)(LossReduction.Gradient(dy, i, reduction, count ?? points.Count) * loss.Slope(input, points[i]));
            target[i] = accumulates ? target[i] + value : value;
        }

        if (isWhole)
            return;
        Span<int> strides = stackalloc int[_shape.Rank];
        DimSums.BroadcastStrides(operand.Shape, _shape, strides);
        DimSums.Sum(target, _shape, strides, gradient.Span, gradient.Accumulate);
    }

    /// <summary>The inputs element by element.</summary>
    private readonly ref struct Points
    {
        private readonly ReadOnlySpan<float> _a;
        private readonly ReadOnlySpan<float> _b;
        private readonly ReadOnlySpan<float> _c;
        private readonly ReadOnlySpan<float> _d;

        public Points(ElementLosses losses, Span<float> scratch)
        {
            Count = losses._shape.Count;
            _a = Whole(losses._a, losses._shape, ref scratch);
            _b = Whole(losses._b, losses._shape, ref scratch);
            _c = Whole(losses._c, losses._shape, ref scratch);
            _d = Whole(losses._d, losses._shape, ref scratch);
        }

        public int Count { get; }

        public LossPoint this[int i] => new(At(_a, i), At(_b, i), At(_c, i), At(_d, i));

        private static float At(ReadOnlySpan<float> values, int i) => values.IsEmpty ? 1 : values[i];

        private static ReadOnlySpan<float> Whole(LossInput input, Shape shape, scoped ref Span<float> scratch)
        {
            if (input.Values.IsAbsent() || input.Shape == shape)
                return input.Values;
            var whole = scratch[..shape.Count];
            scratch = scratch[whole.Length..];
            Span<int> strides = stackalloc int[shape.Rank];
            DimSums.BroadcastStrides(input.Shape, shape, strides);
            StridedCopy.Gather(input.Values, shape, strides, whole);
            return whole;
        }
    }
}
