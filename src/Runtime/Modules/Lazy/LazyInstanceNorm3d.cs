namespace NnGen;

/// <summary>A <see cref="InstanceNorm3d"/> layer that takes <c>numFeatures</c> from the first input: torch.nn.LazyInstanceNorm3d.</summary>
/// <param name="eps">Added to the variance. Default: 1e-5.</param>
/// <param name="momentum">Share of a batch in the running statistics; null: none, they stay. Default: 0.1.</param>
/// <param name="affine">Whether a weight and a bias are learnt. Default: true, unlike that of the layer itself, as in PyTorch.</param>
/// <param name="trackRunningStats">Whether running statistics are kept. Default: true, unlike that of the layer itself, as in PyTorch.</param>
public sealed class LazyInstanceNorm3d(
    double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true) : LazyModule<InstanceNorm3d>(
        numFeatures => new(numFeatures, eps, momentum, affine, trackRunningStats),
        input => LazySizes.Channels(input, dims: 3, nameof(LazyInstanceNorm3d)),
        state => state[0]);
