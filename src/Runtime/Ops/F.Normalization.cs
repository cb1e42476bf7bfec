namespace NnGen;

public static partial class F
{
    /// <summary>
    /// Each channel less its mean, divided by its standard deviation: of this batch in training, which moves the running
    /// statistics towards them, and the running ones in evaluation.
    /// </summary>
    /// <param name="x">Shape <c>N, C, *D</c>.</param>
    /// <param name="runningMean">The running means, <c>C</c>; null: none are kept.</param>
    /// <param name="runningVar">The running variances, <c>C</c>; null: none are kept.</param>
    /// <param name="weight">A factor for each channel, <c>C</c>. Default: 1.</param>
    /// <param name="bias">Added to each channel, <c>C</c>. Default: 0.</param>
    /// <param name="training">Whether the batch's own statistics are used. Default: false.</param>
    /// <param name="momentum">Share of this batch in the running statistics; null: all counted batches alike. Default: 0.1.</param>
    /// <param name="eps">Added to the variance. Default: 1e-5.</param>
    /// <param name="numBatchesTracked">Counts the batches, a scalar. Default: they are not counted.</param>
    /// <returns>Of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentException">There is one value a channel only in training, or there are no running statistics otherwise.</exception>
    [Lowers(typeof(BatchNormOp))]
    public static Tensor BatchNorm(
        Tensor x,
        Tensor? runningMean,
        Tensor? runningVar,
        Tensor? weight = null,
        Tensor? bias = null,
        bool training = false,
        double? momentum = 0.1,
        double eps = 1e-5,
        Tensor<long>? numBatchesTracked = null)
        => BatchNormOp.Apply(x, weight, bias, runningMean, runningVar, numBatchesTracked, training, momentum, eps);

    /// <summary>Each channel of each sample less its mean, divided by its standard deviation: its own, or the running ones.</summary>
    /// <param name="x">Shape <c>N, C, *D</c>.</param>
    /// <param name="runningMean">The running means, <c>C</c>; moved where own statistics are used. Default: none are kept.</param>
    /// <param name="runningVar">The running variances, <c>C</c>; moved where own statistics are used. Default: none are kept.</param>
    /// <param name="weight">A factor for each channel, <c>C</c>. Default: 1.</param>
    /// <param name="bias">Added to each channel, <c>C</c>. Default: 0.</param>
    /// <param name="useInputStats">Whether own statistics are used. Default: true.</param>
    /// <param name="momentum">Share of this batch in the running statistics. Default: 0.1.</param>
    /// <param name="eps">Added to the variance. Default: 1e-5.</param>
    /// <returns>Of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentException">A channel has one value only, or there are no running statistics where they are to be used.</exception>
    [Lowers(typeof(InstanceNormOp))]
    public static Tensor InstanceNorm(
        Tensor x,
        Tensor? runningMean = null,
        Tensor? runningVar = null,
        Tensor? weight = null,
        Tensor? bias = null,
        bool useInputStats = true,
        double momentum = 0.1,
        double eps = 1e-5)
        => InstanceNormOp.Apply(x, weight, bias, runningMean, runningVar, useInputStats, momentum, eps);

    /// <summary>Each group of channels of each sample less its mean, divided by its standard deviation.</summary>
    /// <param name="x">Shape <c>N, C, *D</c>.</param>
    /// <param name="numGroups">Into how many groups the channels fall.</param>
    /// <param name="weight">A factor for each channel, <c>C</c>. Default: 1.</param>
    /// <param name="bias">Added to each channel, <c>C</c>. Default: 0.</param>
    /// <param name="eps">Added to the variance. Default: 1e-5.</param>
    /// <returns>Of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The groups do not divide the channels.</exception>
    [Lowers(typeof(GroupNormOp))]
    public static Tensor GroupNorm(Tensor x, int numGroups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
        => GroupNormOp.Apply(x, weight, bias, numGroups, eps);

    /// <summary>Each element divided by a power of the squares around it in neighbouring channels: <c>x / (k + alpha · mean(x²))^beta</c>.</summary>
    /// <param name="x">Shape <c>N, C, *D</c> with at least three dims.</param>
    /// <param name="size">How many channels the squares are taken from; those that do not exist count as zeros.</param>
    /// <param name="alpha">Factor of the mean. Default: 1e-4.</param>
    /// <param name="beta">The exponent. Default: 0.75.</param>
    /// <param name="k">Added to the mean. Default: 1.</param>
    /// <returns>Of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentException">The input has less than three dims, or the size is not positive.</exception>
    [Lowers(typeof(LocalResponseNormOp))]
    public static Tensor LocalResponseNorm(Tensor x, int size, double alpha = 1e-4, double beta = 0.75, double k = 1)
        => LocalResponseNormOp.Apply(x, size, alpha, beta, k);
}
