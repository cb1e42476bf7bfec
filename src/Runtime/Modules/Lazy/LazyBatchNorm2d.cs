namespace NnGen;

/// <summary>A <see cref="BatchNorm2d"/> layer that takes <c>numFeatures</c> from the first input: torch.nn.LazyBatchNorm2d.</summary>
/// <param name="eps">Added to the variance. Default: 1e-5.</param>
/// <param name="momentum">Share of a batch in the running statistics; null: all batches count alike. Default: 0.1.</param>
/// <param name="affine">Whether a weight and a bias are learnt. Default: true.</param>
/// <param name="trackRunningStats">Whether running statistics are kept. Default: true.</param>
public sealed class LazyBatchNorm2d(
    double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true) : LazyModule<BatchNorm2d>(
        numFeatures => new(numFeatures, eps, momentum, affine, trackRunningStats),
        input => LazySizes.ChannelsOfBatch(input, dims: 2, nameof(LazyBatchNorm2d)),
        state => state[0]);
