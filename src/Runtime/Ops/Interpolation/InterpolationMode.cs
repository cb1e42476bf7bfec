namespace NnGen;

/// <summary>How values between elements are found.</summary>
public enum InterpolationMode
{
    /// <summary>The element at the place rounded down, as PyTorch's <c>nearest</c>.</summary>
    Nearest,

    /// <summary>Between two neighbours in a sequence.</summary>
    Linear,

    /// <summary>Between two neighbours along both dims of an image.</summary>
    Bilinear,

    /// <summary>By cubic polynomials through four neighbours along both dims of an image.</summary>
    Bicubic,

    /// <summary>Between two neighbours along the three dims of a volume.</summary>
    Trilinear,

    /// <summary>The mean of the elements that a place covers.</summary>
    Area,

    /// <summary>The element whose middle is nearest: <c>nearest-exact</c>.</summary>
    NearestExact,
}
