namespace NnGen;

/// <summary>Padding of a convolution by what it does; sizes convert to <see cref="Padding1D"/> and <see cref="Padding2D"/> as well.</summary>
public enum Padding
{
    /// <summary>As much as keeps the input's size, the odd one behind; the stride must be 1.</summary>
    Same = -1,

    /// <summary>None.</summary>
    Valid = 0,
}
