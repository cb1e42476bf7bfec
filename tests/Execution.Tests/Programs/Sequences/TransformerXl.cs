using NnGen;
using System.Collections.Generic;

namespace Programs.Sequences.TransformerXl;

/// <summary>Attention over the segment and a memory of the segment before, which gets no gradient (Dai et al. 2019).</summary>
[Module]
public partial class Layer(int width, int heads)
{
    private readonly MultiheadAttention attention = new(width, heads, batchFirst: true);
    private readonly LayerNorm norm1 = new(width);
    private readonly LayerNorm norm2 = new(width);
    private readonly Linear up = new(width, 2 * width);
    private readonly Linear down = new(2 * width, width);

    public Tensor Forward([Shape("N, T, width")] Tensor x, [Shape("N, M, width")] Tensor? memory = null)
    {
        var context = memory is null ? x : F.Cat([memory.Detach(), x], dim: 1);
        var (attended, _) = attention.Forward(x, context, context, needWeights: false);
        x = norm1.Forward(x + attended);
        return norm2.Forward(x + down.Forward(F.Gelu(up.Forward(x))));
    }
}

[Module]
public partial class TransformerXl
{
    private readonly Layer first = new(4, 2);
    private readonly Layer second = new(4, 2);

    public Tensor Forward([Shape("N, L, 4")] Tensor x)
    {
        const int segment = 2;
        Tensor? memory1 = null, memory2 = null;
        var results = new List<Tensor>();
        for (var start = 0; start < x.Shape[1]; start += segment)
        {
            var part = x[.., start..(start + segment)];
            var h = first.Forward(part, memory1);
            results.Add(second.Forward(h, memory2));
            memory1 = part;
            memory2 = h;
        }

        return F.Cat(results, dim: 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TransformerXl(), n => [Tensor.Randn(n, 6, 4)]) { IsSmooth = false };
}
