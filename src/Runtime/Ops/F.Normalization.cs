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
}
