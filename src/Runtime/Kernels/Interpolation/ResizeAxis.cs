namespace NnGen.Kernels;

/// <summary>One dim that takes another size: of which elements, with which weights, each element of the result is made.</summary>
/// <param name="Input">Size of the input.</param>
/// <param name="Output">Size of the result.</param>
/// <param name="Mode">How values between elements are found.</param>
/// <param name="AlignCorners">Whether the outermost elements keep their places.</param>
/// <param name="Antialias">Whether a smaller result averages over all that it covers.</param>
/// <param name="Factor">The factor that was asked for; null: it follows from the sizes.</param>
internal readonly record struct ResizeAxis(int Input, int Output, InterpolationMode Mode, bool AlignCorners, bool Antialias, double? Factor)
{
    private const double CubicCoefficient = -0.75;
    private const double AntialiasedCubicCoefficient = -0.5;

    /// <summary>Whether the result is the input.</summary>
    public bool IsIdentity => Input == Output && Step == 1;

    /// <summary>The most elements that one of the result is made of.</summary>
    public int MaxTaps => Antialias || Mode == InterpolationMode.Area ? Input + 4 : 4;

    /// <summary>Distance of two places of the result in the input.</summary>
    private double Step
        => AlignCorners ? Output > 1 ? (Input - 1.0) / (Output - 1) : 0 : Factor is > 0 and var factor && Mode != InterpolationMode.Area ? 1 / factor : (double)Input / Output;

    private bool IsCubic => Mode == InterpolationMode.Bicubic;

    /// <summary>The elements of which one of the result is made.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="elements">Their numbers.</param>
    /// <param name="weights">Their weights.</param>
    /// <returns>How many there are.</returns>
    public int Taps(int index, Span<int> elements, Span<float> weights)
    {
        switch (Mode)
        {
            case InterpolationMode.Nearest:
                return One((int)MathF.Floor(index * (float)Step), elements, weights);
            case InterpolationMode.NearestExact:
                return One((int)MathF.Floor((index + 0.5f) * (float)Step), elements, weights);
            case InterpolationMode.Area:
                return Area(index, elements, weights);
        }

        if (Antialias)
            return Covered(index, elements, weights);
        var place = AlignCorners ? index * Step : ((index + 0.5) * Step) - 0.5;
        return IsCubic ? Cubic(place, elements, weights) : Linear(Math.Max(place, 0), elements, weights);
    }

    private int One(int element, Span<int> elements, Span<float> weights)
    {
        elements[0] = Math.Min(element, Input - 1);
        weights[0] = 1;
        return 1;
    }

    private int Area(int index, Span<int> elements, Span<float> weights)
    {
        var (start, end, _) = PoolAxis.Adaptive(Input, Output).Range(index);
        for (var element = start; element < end; element++)
            (elements[element - start], weights[element - start]) = (element, 1f / (end - start));
        return end - start;
    }

    private int Linear(double place, Span<int> elements, Span<float> weights)
    {
        var first = Math.Min((int)place, Input - 1);
        var share = Math.Min(place - first, 1);
        (elements[0], elements[1]) = (first, Math.Min(first + 1, Input - 1));
        (weights[0], weights[1]) = ((float)(1 - share), (float)share);
        return 2;
    }

    private int Cubic(double place, Span<int> elements, Span<float> weights)
    {
        var first = Math.Floor(place);
        for (var i = 0; i < 4; i++)
        {
            elements[i] = Math.Clamp((int)first - 1 + i, 0, Input - 1);
            weights[i] = (float)CubicWeights.At(place - first + 1 - i, CubicCoefficient);
        }

        return 4;
    }

    /// <summary>All elements that a place of the result covers, as in Pillow.</summary>
    private int Covered(int index, Span<int> elements, Span<float> weights)
    {
        var stretch = Math.Max(Step, 1);
        var support = (IsCubic ? 2 : 1) * stretch;
        var center = (index + 0.5) * Step;
        var start = Math.Max((int)(center - support + 0.5), 0);
        var count = Math.Min((int)(center + support + 0.5), Input) - start;
        var total = 0.0;
        for (var i = 0; i < count; i++)
            total += Weight((i + start - center + 0.5) / stretch);
        for (var i = 0; i < count; i++)
            (elements[i], weights[i]) = (start + i, (float)(Weight((i + start - center + 0.5) / stretch) / total));
        return count;
    }

    private double Weight(double distance)
        => IsCubic ? CubicWeights.At(distance, AntialiasedCubicCoefficient) : Math.Max(1 - Math.Abs(distance), 0);
}
