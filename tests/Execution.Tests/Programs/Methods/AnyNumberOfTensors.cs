using NnGen;
using System.Collections.Generic;

namespace Programs.Methods.AnyNumberOfTensors;

// Helpers that take as many tensors as they are given.
[Module]
public partial class Merged
{
    private readonly Linear a = new(4, 4);
    private readonly Linear b = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var (left, right) = (a.Forward(x), F.Relu(b.Forward(x)));
        var joined = Join(left, right, Add(x, left, right));
        return joined * Mean([left, right]) + Largest(new List<Tensor> { left, right, x }).Unsqueeze(1);
    }

    private static Tensor Join(params Tensor[] parts) => F.Cat(parts, dim: 1);

    private static Tensor Add(Tensor first, params Tensor[] others)
    {
        foreach (var other in others)
            first = first + other;
        return first;
    }

    private static Tensor Mean(IReadOnlyList<Tensor> parts)
    {
        var sum = parts[0].Mean();
        for (var i = 1; i < parts.Count; i++)
            sum = sum + parts[i].Mean();
        return sum / parts.Count;
    }

    private static Tensor Largest(IEnumerable<Tensor> parts)
    {
        Tensor? largest = null;
        foreach (var part in parts)
            largest = largest is null ? part.AMax(1) : largest + part.AMax(1);
        return largest!;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Merged(), n => [Tensor.Randn(n, 4)]);
}
