namespace NnGen;

/// <summary>What stands outside of an image that is sampled.</summary>
public enum GridSamplePaddingMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The outermost elements.</summary>
    Border,

    /// <summary>The image mirrored.</summary>
    Reflection,
}
