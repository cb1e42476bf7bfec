using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// LSTM layers on top of each other, each in one or two directions, over whole sequences. Hidden states may be projected to
/// a smaller size.
/// </summary>
/// <remarks>
/// The weights are those of each layer and direction in PyTorch's order: weight_ih, weight_hh, then bias_ih and bias_hh or
/// neither, and weight_hr where hidden states are projected. For each unit of a row the backward pass needs four gates and
/// the cell state, and with a projection also the state before it.
/// </remarks>
[Op("""
    x: N, T, I; h0: numLayers*directions, N, outputSize?; c0: numLayers*directions, N, hiddenSize?; weights: [...]...
        -> y: N, T, directions*outputSize; hn: numLayers*directions, N, outputSize; cn: numLayers*directions, N, hiddenSize; ~reserve: Kept
        where Kept = N*T*(numLayers*directions*hiddenSize*(5 + ceil((hiddenSize - outputSize)/hiddenSize)) + (numLayers - 1)*directions*outputSize) when batchFirst
    | x: T, N, I; h0: numLayers*directions, N, outputSize?; c0: numLayers*directions, N, hiddenSize?; weights: [...]...
        -> y: T, N, directions*outputSize; hn: numLayers*directions, N, outputSize; cn: numLayers*directions, N, hiddenSize; ~reserve: Kept
        where Kept = T*N*(numLayers*directions*hiddenSize*(5 + ceil((hiddenSize - outputSize)/hiddenSize)) + (numLayers - 1)*directions*outputSize) when !batchFirst
    | x: T, I; h0: numLayers*directions, outputSize?; c0: numLayers*directions, hiddenSize?; weights: [...]...
        -> y: T, directions*outputSize; hn: numLayers*directions, outputSize; cn: numLayers*directions, hiddenSize; ~reserve: Kept
        where Kept = T*(numLayers*directions*hiddenSize*(5 + ceil((hiddenSize - outputSize)/hiddenSize)) + (numLayers - 1)*directions*outputSize)
    """)]
public static partial class LstmOp
{
    /// <summary>How many random numbers <see cref="Forward"/> draws: none in evaluation.</summary>
    public static long Draws(
        int t, int n, int i, int alternative, int hiddenSize, int outputSize, int numLayers, int directions, double dropout, bool training)
        => LayerDropout.Draws(RecurrentSizes.Of(t, n, i, alternative, hiddenSize, outputSize, numLayers, directions), training ? dropout : 0);

    /// <summary>Computes the hidden states of the last layer, and the last states of all layers.</summary>
    /// <param name="x">The sequences.</param>
    /// <param name="h0">The first hidden states; absent: zeros.</param>
    /// <param name="c0">The first cell states; absent: zeros.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="y">The hidden states of the last layer.</param>
    /// <param name="hn">The last hidden states of all layers and directions.</param>
    /// <param name="cn">The last cell states of all layers and directions.</param>
    /// <param name="reserve">What the backward pass needs.</param>
    /// <param name="random">Where dropout's random numbers come from.</param>
    /// <param name="t">Length of the sequences.</param>
    /// <param name="n">How many there are.</param>
    /// <param name="i">Their features.</param>
    /// <param name="alternative">Which order the dims have.</param>
    /// <param name="hiddenSize">Units of a layer.</param>
    /// <param name="outputSize">Features of a layer's result: its units, or the size they are projected to.</param>
    /// <param name="numLayers">Number of layers.</param>
    /// <param name="directions">1, or 2 where each layer also runs backwards.</param>
    /// <param name="batchFirst">Whether the batch is the first dim.</param>
    /// <param name="dropout">Probability of dropout between layers.</param>
    /// <param name="training">Whether there is dropout at all.</param>
    /// <exception cref="ArgumentException">The sequences are empty, or the weights do not fit.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> h0,
        ReadOnlySpan<float> c0,
        TensorSpans weights,
        Span<float> y,
        Span<float> hn,
        Span<float> cn,
        Span<float> reserve,
        RandomState random,
        int t,
        int n,
        int i,
        int alternative,
        int hiddenSize,
        int outputSize,
        int numLayers,
        int directions,
        bool batchFirst,
        double dropout = 0,
        bool training = false)
    {
        var sizes = RecurrentSizes.Of(t, n, i, alternative, hiddenSize, outputSize, numLayers, directions);
        var dropouts = new LayerDropout(training ? dropout : 0, random);
        RecurrentStack<LstmCell>.Forward(sizes, dropouts, weights, x, h0, c0, y, hn, cn, reserve);
    }

    /// <summary>Computes the gradients of the sequences, the first states and the weights.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> h0,
        ReadOnlySpan<float> c0,
        TensorSpans weights,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> reserve,
        ReadOnlySpan<float> dy,
        ReadOnlySpan<float> dhn,
        ReadOnlySpan<float> dcn,
        Gradient dx,
        Gradient dh0,
        Gradient dc0,
        GradientSpans dweights,
        RandomState random,
        int t,
        int n,
        int i,
        int alternative,
        int hiddenSize,
        int outputSize,
        int numLayers,
        int directions,
        double dropout,
        bool training)
    {
        var sizes = RecurrentSizes.Of(t, n, i, alternative, hiddenSize, outputSize, numLayers, directions);
        var dropouts = new LayerDropout(training ? dropout : 0, random);
        RecurrentStack<LstmCell>.Backward(sizes, dropouts, weights, x, h0, c0, y, reserve, dy, dhn, dcn, dx, dh0, dc0, dweights);
    }
}
