using NnGen.Kernels;

namespace NnGen;

/// <summary>One step of an LSTM.</summary>
[Op("x: *B, I; hx: *B, H?; cx: *B, H?; weightIh: 4*H, I; weightHh: 4*H, H; biasIh: 4*H?; biasHh: 4*H? -> hn: *B, H; cn: *B, H; ~gates: *B, 4*H", MultiplyAdds = "4*hn*(I + H)")]
public static partial class LstmCellOp
{
    /// <summary>Computes the states.</summary>
    /// <param name="x">The input.</param>
    /// <param name="hx">The hidden state before; absent: zeros.</param>
    /// <param name="cx">The cell state before; absent: zeros.</param>
    /// <param name="weightIh">Gates by features of the input.</param>
    /// <param name="weightHh">Gates by units.</param>
    /// <param name="biasIh">A bias of each gate, or absent.</param>
    /// <param name="biasHh">Another one, or absent.</param>
    /// <param name="hn">The hidden state.</param>
    /// <param name="cn">The cell state.</param>
    /// <param name="gates">The gates, which the backward pass needs.</param>
    /// <param name="b">Number of samples.</param>
    /// <param name="i">Features of the input.</param>
    /// <param name="h">Units.</param>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> hx,
        ReadOnlySpan<float> cx,
        ReadOnlySpan<float> weightIh,
        ReadOnlySpan<float> weightHh,
        ReadOnlySpan<float> biasIh,
        ReadOnlySpan<float> biasHh,
        Span<float> hn,
        Span<float> cn,
        Span<float> gates,
        int b,
        int i,
        int h)
    {
        var sizes = RecurrentSizes.OfCell(b, i, h);
        var weights = Weights(weightIh, weightHh, biasIh, biasHh);
        weights.Check(sizes, gates: 4, i);
        var states = new LayerStates { X = x, FirstHidden = hx, FirstCell = cx, Y = hn, Gates = gates, Cells = cn };
        RecurrentLayer<LstmCell>.Forward(sizes, i, isReverse: false, weights, states, hn, cn);
    }

    /// <summary>Computes the gradients of input, states and weights.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> hx,
        ReadOnlySpan<float> cx,
        ReadOnlySpan<float> weightIh,
        ReadOnlySpan<float> weightHh,
        ReadOnlySpan<float> biasIh,
        ReadOnlySpan<float> biasHh,
        ReadOnlySpan<float> cn,
        ReadOnlySpan<float> gates,
        ReadOnlySpan<float> dhn,
        ReadOnlySpan<float> dcn,
        Gradient dx,
        Gradient dhx,
        Gradient dcx,
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
        var states = new LayerStates { X = x, FirstHidden = hx, FirstCell = cx, Gates = LayerStates.Written(gates), Cells = LayerStates.Written(cn) };
        var from = new LayerStateGradients { LastHidden = dhn, LastCell = dcn, X = dx, FirstHidden = dhx, FirstCell = dcx };
        var to = new LayerGradients { Input = dweightIh, Hidden = dweightHh, InputBias = dbiasIh, HiddenBias = dbiasHh };
        RecurrentLayer<LstmCell>.Backward(sizes, i, isReverse: false, weights, states, from, to);
    }

    private static LayerWeights Weights(ReadOnlySpan<float> weightIh, ReadOnlySpan<float> weightHh, ReadOnlySpan<float> biasIh, ReadOnlySpan<float> biasHh)
        => new() { Input = weightIh, Hidden = weightHh, InputBias = biasIh, HiddenBias = biasHh };
}
