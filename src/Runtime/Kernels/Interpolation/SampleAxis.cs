namespace NnGen.Kernels;

/// <summary>One dim of an image that is sampled at places from -1 to 1.</summary>
/// <param name="Size">Size of the dim.</param>
/// <param name="Mode">How values between elements are found.</param>
/// <param name="Padding">What stands outside.</param>
/// <param name="AlignCorners">Whether -1 and 1 are the middles of the outermost elements, not their edges.</param>
internal readonly record struct SampleAxis(int Size, InterpolationMode Mode, GridSamplePaddingMode Padding, bool AlignCorners)
{
    private const double CubicCoefficient = -0.75;

    /// <summary>How many elements a value is made of.</summary>
    public int Taps => Mode switch
    {
        InterpolationMode.Nearest => 1,
        InterpolationMode.Bicubic => 4,
        _ => 2,
    };

    /// <summary>A dim of one element.</summary>
    public static SampleAxis Single => new(1, InterpolationMode.Nearest, GridSamplePaddingMode.Border, AlignCorners: false);

    /// <summary>The elements of which a value is made.</summary>
    /// <param name="place">Where, from -1 to 1.</param>
    /// <param name="elements">Their numbers; -1 for zeros of the padding.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="slopes">The derivatives of the weights by the place.</param>
    public void Find(float place, Span<int> elements, Span<float> weights, Span<float> slopes)
    {
        var scale = (AlignCorners ? Size - 1 : Size) / 2f;
        var at = AlignCorners ? (place + 1) * scale : (((place + 1) * Size) - 1) / 2;
        if (Mode != InterpolationMode.Bicubic)
            (at, scale) = Inside(at, scale);
        if (Mode == InterpolationMode.Nearest)
        {
            (elements[0], weights[0], slopes[0]) = (Bounded(MathF.Round(at)), 1, 0);
            return;
        }

        var first = MathF.Floor(at);
        var share = at - first;
        if (Mode != InterpolationMode.Bicubic)
        {
            (elements[0], weights[0], slopes[0]) = (Bounded(first), 1 - share, -scale);
            (elements[1], weights[1], slopes[1]) = (Bounded(first + 1), share, scale);
            return;
        }

        for (var i = 0; i < 4; i++)
        {
            var distance = share + 1 - i;
            elements[i] = Bounded(Inside(first - 1 + i, 0).At);
            weights[i] = (float)CubicWeights.At(distance, CubicCoefficient);
            slopes[i] = (float)CubicWeights.Slope(distance, CubicCoefficient) * scale;
        }
    }

    private int Bounded(float at) => at >= 0 && at <= Size - 1 ? (int)at : -1;

    /// <summary>A place moved inside by the padding, and the derivative of that.</summary>
    private (float At, float Scale) Inside(float at, float scale)
    {
        if (Padding == GridSamplePaddingMode.Zeros)
            return (at, scale);
        if (Padding == GridSamplePaddingMode.Reflection)
            (at, scale) = Reflected(at, scale);
        return at <= 0 ? (0, 0) : at >= Size - 1 ? (Size - 1, 0) : (at, scale);
    }

    private (float At, float Scale) Reflected(float at, float scale)
    {
        var (low, span) = AlignCorners ? (0f, Size - 1f) : (-0.5f, (float)Size);
        if (span == 0)
            return (0, 0);
        var distance = MathF.Abs(at - low);
        if (at < low)
            scale = -scale;
        var extra = distance % span;
        return (int)MathF.Floor(distance / span) % 2 == 0 ? (extra + low, scale) : (span - extra + low, -scale);
    }
}
