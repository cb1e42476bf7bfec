namespace NnGen;

/// <summary>A <see cref="Linear"/> layer that takes <c>inFeatures</c> from the last dim of the first input: torch.nn.LazyLinear.</summary>
/// <param name="outFeatures">Size of the last dimension of the result.</param>
/// <param name="bias">Whether a bias is added. Default: true.</param>
public sealed class LazyLinear(int outFeatures, bool bias = true) : LazyModule<Linear>(
    inFeatures => new(inFeatures, outFeatures, bias),
    input => input.Rank > 0 ? input[^1] : throw new ShapeException("LazyLinear takes an input of at least one dimension, but got a scalar."),
    weight => weight[^1]);
