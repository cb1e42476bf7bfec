namespace NnGen;

/// <summary>What follows a layer: for <see cref="Init.CalculateGain"/>, and (Tanh, ReLU) for recurrent layers.</summary>
public enum Nonlinearity
{
    /// <summary>None, behind a linear layer.</summary>
    Linear,

    /// <summary>None, behind a convolution.</summary>
    Conv1d,

    /// <inheritdoc cref="Conv1d"/>
    Conv2d,

    /// <inheritdoc cref="Conv1d"/>
    Conv3d,

    /// <inheritdoc cref="Conv1d"/>
    ConvTranspose1d,

    /// <inheritdoc cref="Conv1d"/>
    ConvTranspose2d,

    /// <inheritdoc cref="Conv1d"/>
    ConvTranspose3d,

    /// <summary>The logistic function.</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>max(x, 0).</summary>
    ReLU,

    /// <summary>x where positive, else x times a slope.</summary>
    LeakyReLU,

    /// <summary>The scaled exponential linear unit.</summary>
    SELU,
}
