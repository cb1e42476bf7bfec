namespace NnGen;

/// <summary>Which size the variance of initial weights is kept for.</summary>
public enum FanMode
{
    /// <summary>The number of inputs of a unit: values keep their variance in the forward pass.</summary>
    FanIn,

    /// <summary>The number of outputs of a unit: gradients keep their variance in the backward pass.</summary>
    FanOut,
}
