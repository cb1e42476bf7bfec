namespace NnGen;

/// <summary>What is made of the elements that meet at one place.</summary>
public enum ScatterReduction
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their product.</summary>
    Prod,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The largest one.</summary>
    AMax,

    /// <summary>The smallest one.</summary>
    AMin,
}
