namespace NnGen;

/// <summary>Where sequences are filled up.</summary>
public enum PaddingSide
{
    /// <summary>Behind them.</summary>
    Right,

    /// <summary>Before them.</summary>
    Left,
}
