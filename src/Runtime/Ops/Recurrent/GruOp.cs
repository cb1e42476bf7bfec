using NnGen.Kernels;

namespace NnGen;

/// <summary>GRU layers on top of each other, each in one or two directions, over whole sequences.</summary>
/// <remarks>
/// The weights are those of each layer and direction in PyTorch's order: weight_ih, weight_hh, then bias_ih and bias_hh or
/// neither.
/// </remarks>
[Op("""
    x: N, T, I; h0: numLayers*directions, N, hiddenSize?; weights: [...]...
        -> y: N, T, directions*hiddenSize; hn: numLayers*directions, N, hiddenSize; ~reserve: Kept
        where Kept = N*T*(numLayers*directions*hiddenSize*4 + (numLayers - 1)*directions*hiddenSize) when batchFirst
    | x: T, N, I; h0: numLayers*directions, N, hiddenSize?; weights: [...]...
        -> y: T, N, directions*hiddenSize; hn: numLayers*directions, N, hiddenSize; ~reserve: Kept
        where Kept = T*N*(numLayers*directions*hiddenSize*4 + (numLayers - 1)*directions*hiddenSize) when !batchFirst
    | x: T, I; h0: numLayers*directions, hiddenSize?; weights: [...]...
        -> y: T, directions*hiddenSize; hn: numLayers*directions, hiddenSize; ~reserve: Kept
        where Kept = T*(numLayers*directions*hiddenSize*4 + (numLayers - 1)*directions*hiddenSize)
    """)]
public static partial class GruOp
{
    /// <summary>How many random numbers <see cref="Forward"/> draws: none in evaluation.</summary>
    public static long Draws(
        int t, int n, int i, int alternative, int hiddenSize, int numLayers, int directions, double dropout, bool training)
        => LayerDropout.Draws(RecurrentSizes.Of(t, n, i, alternative, hiddenSize, hiddenSize, numLayers, directions), training ? dropout : 0);

    /// <summary>Computes the hidden states of the last layer, and the last states of all layers.</summary>
    /// <param name="x">The sequences.</param>
    /// <param name="h0">The first hidden states; absent: zeros.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="y">The hidden states of the last layer.</param>
    /// <param name="hn">The last hidden states of all layers and directions.</param>
    /// <param name="reserve">What the backward pass needs.</param>
    /// <param name="random">Where dropout's random numbers come from.</param>
    /// <param name="t">Length of the sequences.</param>
    /// <param name="n">How many there are.</param>
    /// <param name="i">Their features.</param>
    /// <param name="alternative">Which order the dims have.</param>
    /// <param name="hiddenSize">Units of a layer.</param>
    /// <param name="numLayers">Number of layers.</param>
    /// <param name="directions">1, or 2 where each layer also runs backwards.</param>
    /// <param name="batchFirst">Whether the batch is the first dim.</param>
    /// <param name="dropout">Probability of dropout between layers.</param>
    /// <param name="training">Whether there is dropout at all.</param>
    /// <exception cref="ArgumentException">The sequences are empty, or the weights do not fit.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> h0,
        TensorSpans weights,
        Span<float> y,
        Span<float> hn,
        Span<float> reserve,
        RandomState random,
        int t,
        int n,
        int i,
        int alternative,
        int hiddenSize,
        int numLayers,
        int directions,
        bool batchFirst,
        double dropout = 0,
        bool training = false)
    {
        var sizes = RecurrentSizes.Of(t, n, i, alternative, hiddenSize, hiddenSize, numLayers, directions);
        var dropouts = new LayerDropout(training ? dropout : 0, random);
        RecurrentStack<GruCell>.Forward(sizes, dropouts, weights, x, h0, default, y, hn, default, reserve);
    }

    /// <summary>Computes the gradients of the sequences, the first states and the weights.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> h0,
        TensorSpans weights,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> reserve,
        ReadOnlySpan<float> dy,
        ReadOnlySpan<float> dhn,
        Gradient dx,
        Gradient dh0,
        GradientSpans dweights,
        RandomState random,
        int t,
        int n,
        int i,
        int alternative,
        int hiddenSize,
        int numLayers,
        int directions,
        double dropout,
        bool training)
    {
        var sizes = RecurrentSizes.Of(t, n, i, alternative, hiddenSize, hiddenSize, numLayers, directions);
        var dropouts = new LayerDropout(training ? dropout : 0, random);
        RecurrentStack<GruCell>.Backward(sizes, dropouts, weights, x, h0, default, y, reserve, dy, dhn, default, dx, dh0, default, dweights);
    }
}
