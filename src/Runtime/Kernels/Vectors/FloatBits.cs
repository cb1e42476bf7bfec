namespace NnGen;

/// <summary>Bit patterns of floats that the vectors share.</summary>
internal static class FloatBits
{
    /// <summary>1.5 * 2^23: a small integer added to it stands in its lowest bits.</summary>
    public const float ToInteger = 12582912f;

    /// <summary>Bits of 1.</summary>
    public const int One = 0x3f80_0000;

    /// <summary>Bits of sqrt(1/2).</summary>
    public const int HalfSqrt = 0x3f35_04f3;
}
