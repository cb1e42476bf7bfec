using NnGen.Kernels;

namespace NnGen;

/// <summary>One step of a recurrent cell without gates.</summary>
[Op("x: *B, I; hx: *B, H?; weightIh: H, I; weightHh: H, H; biasIh: H?; biasHh: H? -> y: *B, H", MultiplyAdds = "y*(I + H)")]
public static partial class RnnCellOp
{
    /// <summary>Computes the hidden state.</summary>
    /// <param name="x">The input.</param>
    /// <param name="hx">The hidden state before; absent: zeros.</param>
    /// <param name="weightIh">Gates by features of the input.</param>
    /// <param name="weightHh">Gates by units.</param>
    /// <param name="biasIh">A bias of each gate, or absent.</param>
    /// <param name="biasHh">Another one, or absent.</param>
    /// <param name="y">The hidden state.</param>
    /// <param name="b">Number of samples.</param>
    /// <param name="i">Features of the input.</param>
    /// <param name="h">Units.</param>
    /// <param name="nonlinearity">Hyperbolic tangent or ReLU. Default: hyperbolic tangent.</param>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> hx,
        ReadOnlySpan<float> weightIh,
        ReadOnlySpan<float> weightHh,
        ReadOnlySpan<float> biasIh,
        ReadOnlySpan<float> biasHh,
        Span<float> y,
        int b,
        int i,
        int h,
        Nonlinearity nonlinearity = Nonlinearity.Tanh)
    {
        var sizes = RecurrentSizes.OfCell(b, i, h);
        var weights = Weights(weightIh, weightHh, biasIh, biasHh);
        weights.Check(sizes, gates: 1, i);
        var states = new LayerStates { X = x, FirstHidden = hx, Y = y, Gates = y };
        if (nonlinearity == Nonlinearity.ReLU)
            RecurrentLayer<ReluCell>.Forward(sizes, i, isReverse: false, weights, states, y, default);
        else
            RecurrentLayer<TanhCell>.Forward(sizes, i, isReverse: false, weights, states, y, default);
    }

    /// <summary>Computes the gradients of input, states and weights.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> hx,
        ReadOnlySpan<float> weightIh,
        ReadOnlySpan<float> weightHh,
        ReadOnlySpan<float> biasIh,
        ReadOnlySpan<float> biasHh,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dhx,
        Gradient dweightIh,
        Gradient dweightHh,
        Gradient dbiasIh,
        Gradient dbiasHh,
        int b,
        int i,
        int h,
        Nonlinearity nonlinearity)
    {
        var sizes = RecurrentSizes.OfCell(b, i, h);
        var weights = Weights(weightIh, weightHh, biasIh, biasHh);
        var states = new LayerStates { X = x, FirstHidden = hx, Gates = LayerStates.Written(y) };
        var from = new LayerStateGradients { LastHidden = dy, X = dx, FirstHidden = dhx };
        var to = new LayerGradients { Input = dweightIh, Hidden = dweightHh, InputBias = dbiasIh, HiddenBias = dbiasHh };
        if (nonlinearity == Nonlinearity.ReLU)
            RecurrentLayer<ReluCell>.Backward(sizes, i, isReverse: false, weights, states, from, to);
        else
            RecurrentLayer<TanhCell>.Backward(sizes, i, isReverse: false, weights, states, from, to);
    }

    private static LayerWeights Weights(ReadOnlySpan<float> weightIh, ReadOnlySpan<float> weightHh, ReadOnlySpan<float> biasIh, ReadOnlySpan<float> biasHh)
        => new() { Input = weightIh, Hidden = weightHh, InputBias = biasIh, HiddenBias = biasHh };
}
