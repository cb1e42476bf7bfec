using System.Collections.Generic;

[Module]
public partial class Encoder
{
    private readonly LSTMCell cell = new(8, 16);
    private readonly Linear head = new(16, 4);

    public Tensor Forward([Shape("N, T, 8")] Tensor x)
    {
        var outputs = new List<Tensor>();
        (Tensor H, Tensor C)? state = null;
        for (var t = 0; t < x.Shape[1]; t++)
        {
            state = cell.Forward(x[.., t], state);
            outputs.Add(state.Value.H);
        }

        return head.Forward(F.Stack(outputs, dim: 1));
    }
}

[Module]
public partial class Pyramid(int depth)
{
    private readonly ModuleList<Linear> down = new(depth, i => new Linear(8 >> i, 4 >> i));
    private readonly ModuleList<Linear> up = new(depth, i => new Linear(8 >> (depth - i), 16 >> (depth - i)));

    public Tensor Forward([Shape("N, 8")] Tensor x)
    {
        var skips = new Stack<Tensor>();
        foreach (var layer in down)
        {
            skips.Push(x);
            x = F.Relu(layer.Forward(x));
        }

        foreach (var layer in up)
            x = F.Relu(layer.Forward(x)) + skips.Pop();
        return x;
    }
}

[Module]
public partial class Equilibrium
{
    private readonly Linear fc = new(8, 8);

    public Tensor Forward([Shape("N, 8")] Tensor x)
    {
        var z = x * 0f;
        var residual = (x * x).Sum();
        while (residual.Item() > 1e-3f)
        {
            var next = F.Tanh(fc.Forward(z) * 0.1f + x);
            residual = ((next - z) * (next - z)).Sum();
            z = next;
        }

        return z;
    }
}
