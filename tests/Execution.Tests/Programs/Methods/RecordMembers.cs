using NnGen;

namespace Programs.Methods.RecordMembers;

public sealed record State(Tensor H, Tensor C)
{
    public Tensor Both => F.Cat([H, C], dim: -1);

    public int Width => H.Size(-1) + C.Size(-1);

    public static State Zero(int batch, int width) => new(Tensor.Zeros(batch, width), Tensor.Zeros(batch, width));

    public State Plus(State other) => new(H + other.H, C + other.C);

    public State Scaled(float factor) => this with { H = H * factor };
}

// Properties and methods of a record of tensors, sizes as an array.
[Module]
public partial class RecordMembers
{
    private readonly LSTMCell cell = new(3, 4);
    private readonly Linear fc = new(8, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        var state = State.Zero(x.Shape[0], 4);
        for (var t = 0; t < 3; t++)
        {
            var (h, c) = cell.Forward(x, (state.H, state.C));
            state = new State(h, c).Plus(state).Scaled(0.5f);
        }

        var sizes = x.Shape.ToArray();
        var y = fc.Forward(state.Both) / state.Width;
        return y.View(sizes).View([.. sizes[..^1], 1, sizes[^1]]).Expand(sizes[0], sizes.Length, 3);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new RecordMembers(), n => [Tensor.Randn(n, 3)]);
}
