using NnGen.Kernels;

namespace NnGen;

/// <summary>One step of a GRU.</summary>
[Op("x: *B, I; hx: *B, H?; weightIh: 3*H, I; weightHh: 3*H, H; biasIh: 3*H?; biasHh: 3*H? -> y: *B, H; ~gates: *B, 4*H", MultiplyAdds = "3*y*(I + H)")]
public static partial class GruCellOp
{
    /// <summary>Computes the hidden state.</summary>
    /// <param name="x">The input.</param>
    /// <param name="hx">The hidden state before; absent: zeros.</param>
    /// <param name="weightIh">Gates by features of the input.</param>
    /// <param name="weightHh">Gates by units.</param>
    /// <param name="biasIh">A bias of each gate, or absent.</param>
    /// <param name="biasHh">Another one, or absent.</param>
    /// <param name="y">The hidden state.</param>
    /// <param name="gates">The gates, which the backward pass needs.</param>
    /// <param name="b">Number of samples.</param>
    /// <param name="i">Features of the input.</param>
    /// <param name="h">Units.</param>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> hx,
        ReadOnlySpan<float> weightIh,
        ReadOnlySpan<float> weightHh,
        ReadOnlySpan<float> biasIh,
        ReadOnlySpan<float> biasHh,
        Span<float> y,
        Span<float> gates,
        int b,
        int i,
        int h)
    {
        var sizes = RecurrentSizes.OfCell(b, i, h);
        var weights = Weights(weightIh, weightHh, biasIh, biasHh);
        weights.Check(sizes, gates: 3, i);
        var states = new LayerStates { X = x, FirstHidden = hx, Y = y, Gates = gates };
        RecurrentLayer<GruCell>.Forward(sizes, i, isReverse: false, weights, states, y, default);
    }

    /// <summary>Computes the gradients of input, states and weights.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> hx,
        ReadOnlySpan<float> weightIh,
        ReadOnlySpan<float> weightHh,
        ReadOnlySpan<float> biasIh,
        ReadOnlySpan<float> biasHh,
        ReadOnlySpan<float> gates,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dhx,
        Gradient dweightIh,
        Gradient dweightHh,
        Gradient dbiasIh,
        Gradient dbiasHh,
        int b,
        int i,
        int h)
    {
        var sizes = RecurrentSizes.OfCell(b, i, h);
        var weights = Weights(weightIh, weightHh, biasIh, biasHh);
        var states = new LayerStates { X = x, FirstHidden = hx, Gates = LayerStates.Written(gates) };
        var from = new LayerStateGradients { LastHidden = dy, X = dx, FirstHidden = dhx };
        var to = new LayerGradients { Input = dweightIh, Hidden = dweightHh, InputBias = dbiasIh, HiddenBias = dbiasHh };
        RecurrentLayer<GruCell>.Backward(sizes, i, isReverse: false, weights, states, from, to);
    }

    private static LayerWeights Weights(ReadOnlySpan<float> weightIh, ReadOnlySpan<float> weightHh, ReadOnlySpan<float> biasIh, ReadOnlySpan<float> biasHh)
        => new() { Input = weightIh, Hidden = weightHh, InputBias = biasIh, HiddenBias = biasHh };
}
