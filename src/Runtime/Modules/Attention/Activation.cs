namespace NnGen;

/// <summary>The activation between the two linear layers of a transformer's layer.</summary>
public enum Activation
{
    /// <summary>max(x, 0).</summary>
    ReLU,

    /// <summary>x times the normal distribution's function.</summary>
    GELU,
}
