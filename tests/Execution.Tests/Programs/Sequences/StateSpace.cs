using NnGen;
using System.Collections.Generic;

namespace Programs.Sequences.StateSpace;

// A selective state space in the spirit of Mamba: a recurrence with gates that depend on the input.
[Module]
public partial class SelectiveScan(int dim, int states)
{
    private readonly Parameter logA = new(Tensor.Rand(dim, states));
    private readonly Linear project = new(dim, dim + 2 * states);
    private readonly Parameter skip = new(Tensor.Ones(dim));

    public Tensor Forward([Shape("N, T, dim")] Tensor x)
    {
        var parts = project.Forward(x).Split([dim, states, states], dim: -1);
        var (delta, b, c) = (F.Softplus(parts[0]), parts[1], parts[2]);
        var decay = -logA.Exp();
        var h = Tensor.Zeros(x.Shape[0], dim, states);
        var outputs = new List<Tensor>();
        for (var t = 0; t < x.Shape[1]; t++)
        {
            var step = delta[.., t].Unsqueeze(-1);
            h = (step * decay).Exp() * h + step * x[.., t].Unsqueeze(-1) * b[.., t].Unsqueeze(1);
            outputs.Add((h * c[.., t].Unsqueeze(1)).Sum(-1));
        }

        return F.Stack(outputs, dim: 1) + x * skip;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SelectiveScan(3, 2), n => [Tensor.Randn(n, n + 2, 3)]);
}
