using NnGen;

namespace Programs.Sequences.Steps;

// A recurrent cell over the slices and parts of a dim, as many as a call brings.
[Module]
public partial class Unbound
{
    private readonly GRUCell cell = new(3, 4);

    public Tensor Forward([Shape("N, T, 3")] Tensor x)
    {
        var h = Tensor.Zeros(x.Shape[0], 4);
        foreach (var step in x.Unbind(1))
            h = cell.Forward(step, h);
        return h;
    }
}

[Module]
public partial class Backwards
{
    private readonly Linear mix = new(4, 4);

    public Tensor Forward([Shape("N, T, 4")] Tensor x)
    {
        var steps = x.Unbind(1);
        var h = steps[^1];
        for (var t = steps.Length - 2; t >= 0; t--)
            h = F.Tanh(mix.Forward(h) + steps[t]);
        return h;
    }
}

[Module]
public partial class Windows
{
    private readonly Linear key = new(4, 8);

    public Tensor Forward([Shape("N, T, 4")] Tensor x)
    {
        var halves = key.Forward(x).Chunk(2, dim: -1);
        var total = halves[0].Sum(1);
        foreach (var window in x.Split(2, dim: 1))
            total = total + window.Mean(1) * halves[1].Mean(1);
        return total + x.Split(2, dim: 1)[^1].Sum(1);
    }
}

[Module]
public partial class Rows
{
    private readonly Embedding embedding = new(5, 3);
    private readonly Linear fc = new(3, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x, [Shape("N")] Tensor<long> labels)
    {
        var h = Tensor.Zeros(3);
        foreach (var row in x)
            h = F.Tanh(fc.Forward(h)) + row;
        foreach (var label in labels)
            h = h * embedding.Forward(label);
        return h;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Unbound(), n => [Tensor.Randn(n, n + 1, 3)]);

    [Sample]
    public static Sample Reverse() => new(() => new Backwards(), n => [Tensor.Randn(n, 4, 4)]);

    [Sample]
    public static Sample OverRows() => new(() => new Rows(), n => [Tensor.Randn(n, 3), Tensor.Randint(0, 5, [n])]);

    [Sample]
    public static Sample Parts() => new(() => new Windows(), n => [Tensor.Randn(n, 2 * n + 1, 4)]);
}
