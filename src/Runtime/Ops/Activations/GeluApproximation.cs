namespace NnGen;

/// <summary>How <see cref="F.Gelu"/> is computed: PyTorch's <c>approximate</c>.</summary>
public enum GeluApproximation
{
    /// <summary>By the error function.</summary>
    None,

    /// <summary>By a hyperbolic tangent that comes close, as GPT-2 does.</summary>
    Tanh,
}
