namespace NnGen.Optim;

/// <summary>How <see cref="LBFGS"/> chooses the length of a step.</summary>
public enum LineSearch
{
    /// <summary>The learning rate.</summary>
    None,

    /// <summary>
    /// A length that meets the strong Wolfe conditions (Numerical Optimization, Nocedal and Wright, 2006, algorithms 3.5 and 3.6).
    /// </summary>
    StrongWolfe,
}
