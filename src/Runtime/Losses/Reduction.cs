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
}
