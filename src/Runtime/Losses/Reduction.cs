namespace NnGen;

/// <summary>What a loss makes of the losses of its elements.</summary>
public enum Reduction
{
    /// <summary>They are the result.</summary>
    None,

    /// <summary>Their mean; a weighted mean where the loss takes weights of classes.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their sum divided by the size of the first dim: for <see cref="F.KlDiv"/> alone.</summary>
    BatchMean,
}
