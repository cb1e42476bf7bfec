using NnGen;
using System.Collections.Generic;

namespace Programs.Sequences.SelectiveScan;

/// <summary>A Mamba block: steps, inputs and outputs of the state space follow from the sequence itself (Gu and Dao 2023).</summary>
[Module]
public partial class MambaBlock(int width, int inner, int states, int rank)
{
    private readonly Linear inProjection = new(width, 2 * inner, bias: false);
    private readonly Conv1d conv = new(inner, inner, kernelSize: 3, padding: 2, groups: inner);
    private readonly Linear selection = new(inner, rank + 2 * states, bias: false);
    private readonly Linear steps = new(rank, inner);
    private readonly Parameter logA = new(Tensor.Arange(1, states + 1).Log().Unsqueeze(0).Repeat(inner, 1));
    private readonly Parameter d = new(Tensor.Ones(inner));
    private readonly Linear outProjection = new(inner, width, bias: false);

    public Tensor Forward([Shape("N, T, width")] Tensor x)
    {
        var length = x.Shape[1];
        var (u, gate) = inProjection.Forward(x).Chunk(2, dim: -1);
        u = F.Silu(conv.Forward(u.Transpose(1, 2))[.., .., ..length].Transpose(1, 2));
        return outProjection.Forward(Scan(u) * F.Silu(gate));
    }

    private Tensor Scan(Tensor u)
    {
        var (n, length, _) = u.Shape;
        var a = -logA.Exp();
        var p = selection.Forward(u);
        var delta = F.Softplus(steps.Forward(p[.., .., ..rank]));
        var b = p[.., .., rank..(rank + states)];
        var c = p[.., .., (rank + states)..];
        var state = Tensor.Zeros(n, inner, states);
        var outputs = new List<Tensor>();
        for (var t = 0; t < length; t++)
        {
            var dt = delta[.., t].Unsqueeze(-1);
            state = (dt * a).Exp() * state + dt * b[.., t].Unsqueeze(1) * u[.., t].Unsqueeze(-1);
            outputs.Add((state * c[.., t].Unsqueeze(1)).Sum(-1));
        }

        return F.Stack(outputs, dim: 1) + u * d;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MambaBlock(4, 6, 3, 2), n => [Tensor.Randn(n, 5, 4)]);
}
