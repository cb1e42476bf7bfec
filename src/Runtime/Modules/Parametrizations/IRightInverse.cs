namespace NnGen;

/// <summary>
/// Implemented by a parametrization that can tell from which original a value follows: <c>right_inverse</c> of PyTorch. Without it a
/// parameter's own values become the original.
/// </summary>
public interface IRightInverse
{
    /// <summary>An original from which <paramref name="value"/> follows.</summary>
    /// <param name="value">What the parameter is to be.</param>
    Tensor RightInverse(Tensor value);
}
