namespace NnGen;

/// <summary>What stands in the padding.</summary>
public enum PaddingMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>A constant, where the function takes one: otherwise zeros.</summary>
    Constant = Zeros,

    /// <summary>The input mirrored at its outermost elements, which are not repeated.</summary>
    Reflect,

    /// <summary>The outermost element.</summary>
    Replicate,

    /// <summary>The input again, from its other end.</summary>
    Circular,
}
