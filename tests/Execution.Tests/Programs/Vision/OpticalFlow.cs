using NnGen;

namespace Programs.Vision.OpticalFlow;

// RAFT: all pairs of features, a lookup around what is estimated so far, a recurrent unit of convolutions, detached estimates.
[Module]
public partial class ConvGru(int hidden, int input)
{
    private readonly Conv2d convz = new(hidden + input, hidden, 3, padding: 1);
    private readonly Conv2d convr = new(hidden + input, hidden, 3, padding: 1);
    private readonly Conv2d convq = new(hidden + input, hidden, 3, padding: 1);

    public Tensor Forward(Tensor h, Tensor x)
    {
        var hx = F.Cat([h, x], 1);
        var z = F.Sigmoid(convz.Forward(hx));
        var r = F.Sigmoid(convr.Forward(hx));
        var q = F.Tanh(convq.Forward(F.Cat([r * h, x], 1)));
        return (1 - z) * h + z * q;
    }
}

[Module]
public partial class Raft(int iterations)
{
    private readonly Conv2d fnet = new(1, 3, 3, padding: 1);
    private readonly Conv2d cnet = new(1, 4, 3, padding: 1);
    private readonly Conv2d encoder = new(9 + 2, 3, 1);
    private readonly ConvGru gru = new(2, 5);
    private readonly Conv2d flowHead = new(2, 2, 3, padding: 1);

    public (Tensor Flow, Tensor All) Forward([Shape("N, 1, H, W")] Tensor first, [Shape("N, 1, H, W")] Tensor second)
    {
        var (n, _, h, w) = first.Shape;
        var correlation = Correlation(fnet.Forward(first), fnet.Forward(second));
        var context = cnet.Forward(first).Split([2, 2], 1);
        var (hidden, input) = (F.Tanh(context[0]), F.Relu(context[1]));
        var start = Coordinates(n, h, w);
        var now = Coordinates(n, h, w);
        var flows = new List<Tensor>();
        for (var i = 0; i < iterations; i++)
        {
            now = now.Detach();
            var motion = encoder.Forward(F.Cat([Lookup(correlation, now), now - start], 1));
            hidden = gru.Forward(hidden, F.Cat([input, motion], 1));
            now = now + flowHead.Forward(hidden);
            flows.Add(now - start);
        }

        return (flows[^1], F.Stack(flows, 0));
    }

    private static Tensor Coordinates(int n, int h, int w)
    {
        var y = Tensor.Arange(h).View(h, 1).Expand(h, w);
        var x = Tensor.Arange(w).View(1, w).Expand(h, w);
        return F.Stack([x, y], 0).Unsqueeze(0).Expand(n, -1, -1, -1);
    }

    private static Tensor Correlation(Tensor first, Tensor second)
    {
        var (n, d, h, w) = first.Shape;
        var all = first.View(n, d, h * w).Transpose(1, 2).MatMul(second.View(n, d, h * w));
        return (all / Math.Sqrt(d)).View(n * h * w, 1, h, w);
    }

    private static Tensor Lookup(Tensor correlation, Tensor coordinates)
    {
        var (n, _, h, w) = coordinates.Shape;
        var offsets = Tensor.Linspace(-1, 1, 3);
        var delta = F.Stack([offsets.View(1, 3).Expand(3, 3), offsets.View(3, 1).Expand(3, 3)], -1).View(1, 3, 3, 2);
        var around = coordinates.Permute(0, 2, 3, 1).Reshape(n * h * w, 1, 1, 2) + delta;
        var grid = around * 2 / (w - 1) - 1;
        return F.GridSample(correlation, grid, alignCorners: true).View(n, h, w, -1).Permute(0, 3, 1, 2);
    }
}

internal static class Runs
{
    // Gradients end at the estimates of the iteration before.
    [Sample]
    public static Sample Create() => new(() => new Raft(3), n => [Tensor.Randn(n, 1, 4, 4), Tensor.Randn(n, 1, 4, 4)]) { IsSmooth = false };
}
