namespace NnGen;

/// <summary>What an <see cref="EmbeddingBag"/> makes of the vectors of a bag.</summary>
public enum EmbeddingBagMode
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The largest of each element.</summary>
    Max,
}
