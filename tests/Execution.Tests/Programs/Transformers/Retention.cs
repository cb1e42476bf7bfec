using NnGen;
using System;

namespace Programs.Transformers.Retention;

/// <summary>Multi-scale retention: in parallel over the sequence, with another decay in each head (Sun et al. 2023).</summary>
[Module]
public partial class Retention(int width, int heads)
{
    private readonly int headWidth = width / heads;
    private readonly Linear q = new(width, width, bias: false);
    private readonly Linear k = new(width, width, bias: false);
    private readonly Linear v = new(width, width, bias: false);
    private readonly Linear gate = new(width, width, bias: false);
    private readonly Linear output = new(width, width, bias: false);
    private readonly GroupNorm norm = new(heads, width);
    [Buffer] private readonly Tensor decay = (1 - Tensor.Linspace(-5, -3, heads).Exp()).Log();

    public Tensor Forward([Shape("N, T, width")] Tensor x)
    {
        var (n, t, _) = x.Shape;
        Tensor Split(Linear projection) => projection.Forward(x).View(n, t, heads, headWidth).Transpose(1, 2);
        var (queries, keys, values) = (Split(q), Split(k) * MathF.Pow(headWidth, -0.5f), Split(v));
        var position = Tensor.Arange(t);
        var distance = position.Unsqueeze(1) - position.Unsqueeze(0);
        var mask = (distance.Clamp(min: 0) * decay.View(heads, 1, 1)).Exp().MaskedFill(distance.Lt(0), 0);
        var retained = (queries.MatMul(keys.Transpose(-2, -1)) * mask).MatMul(values);
        var y = norm.Forward(retained.Transpose(1, 2).Reshape(n * t, width)).View(n, t, width);
        return output.Forward(F.Silu(gate.Forward(x)) * y);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Retention(6, 2), n => [Tensor.Randn(n, 4, 6)]);
}
