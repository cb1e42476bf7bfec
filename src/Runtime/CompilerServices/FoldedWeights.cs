using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace NnGen.CompilerServices;

/// <summary>
/// Weight and bias of a convolution that take in the batch norm behind it: in evaluation it multiplies each channel by a number and
/// adds another. They are computed again when one of their sources was written to, and kept with the weight. Generated code alone
/// uses them, in <c>Predict</c>: gradients of <c>Call</c> run through the running statistics.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FoldedWeights
{
    private readonly Source[] _sources;
    private readonly double _eps;
    private readonly Parameter _weight;
    private readonly Parameter _bias;

    private FoldedWeights(Tensor weight, Tensor? bias, Tensor? factor, Tensor? shift, Tensor runningMean, Tensor runningVar, double eps)
    {
        // The versions first: what is written meanwhile is then seen the next time.
        _sources = [Source.Of(weight), Source.Of(bias), Source.Of(factor), Source.Of(shift), Source.Of(runningMean), Source.Of(runningVar)];
        _eps = eps;
        (_weight, _bias) = NnUtils.FuseConvBnWeights(weight, bias, runningMean, runningVar, eps, factor, shift);
    }

    /// <summary>The weight, each channel times its number.</summary>
    public ReadOnlySpan<float> Weight => _weight.Values;

    /// <summary>What is added to each channel.</summary>
    public ReadOnlySpan<float> Bias => _bias.Values;

    /// <summary>
    /// The weight and bias of both; false where the batch norm takes the statistics of its batch or normalizes another dim, and where
    /// somebody holds a span through which one of them may be written at any time.
    /// </summary>
    /// <param name="weight">The convolution's weight.</param>
    /// <param name="bias">Its bias, or null.</param>
    /// <param name="factor">The batch norm's weight, or null.</param>
    /// <param name="shift">Its bias, or null.</param>
    /// <param name="runningMean">The running means, or null.</param>
    /// <param name="runningVar">The running variances, or null.</param>
    /// <param name="training">Whether the batch norm takes the statistics of its batch.</param>
    /// <param name="eps">What it adds to the variance.</param>
    /// <param name="shape">What it normalizes.</param>
    /// <param name="folded">Both, for as long as nothing is written to them.</param>
    public static bool TryGet(
        Tensor weight,
        Tensor? bias,
        Tensor? factor,
        Tensor? shift,
        Tensor? runningMean,
        Tensor? runningVar,
        bool training,
        double eps,
        Shape shape,
        [NotNullWhen(true)] out FoldedWeights? folded)
    {
        folded = null;
        if (training || weight is not Parameter parameter || runningMean is null || runningVar is null || shape.Rank != weight.Shape.Rank
            || runningMean.Count != weight.Shape[0] || runningVar.Count != weight.Shape[0]
            || IsHeld(weight) || IsHeld(bias) || IsHeld(factor) || IsHeld(shift) || IsHeld(runningMean) || IsHeld(runningVar))
            return false;
        folded = parameter.Folded;
        if (folded is null || !folded.IsOf(weight, bias, factor, shift, runningMean, runningVar, eps))
            parameter.Folded = folded = new FoldedWeights(weight, bias, factor, shift, runningMean, runningVar, eps);
        return true;
    }

    /// <summary>Whether somebody may write to a tensor at any time.</summary>
    private static bool IsHeld(Tensor? tensor) => tensor?.Storage.IsHeldForWriting == true;

    private bool IsOf(Tensor weight, Tensor? bias, Tensor? factor, Tensor? shift, Tensor runningMean, Tensor runningVar, double eps)
        => _eps.Equals(eps) && _sources[0].IsOf(weight) && _sources[1].IsOf(bias) && _sources[2].IsOf(factor) && _sources[3].IsOf(shift)
            && _sources[4].IsOf(runningMean) && _sources[5].IsOf(runningVar);

    /// <summary>The elements of a tensor at a time.</summary>
    private readonly record struct Source(Storage<float>? Storage, int Version)
    {
        public static Source Of(Tensor? tensor) => tensor?.Storage is { } storage ? new(storage, storage.Version) : default;

        public bool IsOf(Tensor? tensor) => ReferenceEquals(tensor?.Storage, Storage) && (Storage is null || Storage.Version == Version);
    }
}
