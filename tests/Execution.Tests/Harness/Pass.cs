namespace NnGen.Execution.Tests;

/// <summary>What one forward and backward pass leaves behind.</summary>
/// <param name="Results">The results.</param>
/// <param name="Gradients">Gradients of parameters and inputs by name, in order; null where none arrived.</param>
/// <param name="State">Parameters and buffers after the pass.</param>
internal sealed record Pass(TensorBase[] Results, IReadOnlyList<(string Name, float[]? Gradient)> Gradients, StateDict State)
{
    private const int Seed = 7;

    /// <summary>Runs forward and backward from clean gradients and one state of the random numbers.</summary>
    public static Pass Run(Module module, Func<Module, Sample, TensorBase?[], Entry> entry, Sample sample, TensorBase?[] inputs)
    {
        var leaves = Leaves(module, inputs).ToList();
        foreach (var (_, tensor) in leaves)
        {
            tensor.Grad = null;
            tensor.RequiresGrad |= tensor is not Parameter;
        }

        Rng.ManualSeed(Seed);
        var results = entry(module, sample, inputs).Run(inputs);
        var roots = results.OfType<Tensor>().Where(result => result.RequiresGrad).ToArray();
        Assert.NotEmpty(roots);
        Autograd.Backward(roots, [.. roots.Select(root => Weights(root.Shape))]);
        return new Pass(results, [.. leaves.Select(leaf => (leaf.Name, leaf.Tensor.Grad?.ToArray()))], Copy(module.StateDict()));
    }

    /// <summary>The results of a forward pass, weighted as in <see cref="Run"/>, and the sum of the parts' sizes.</summary>
    public static (double Sum, double Size) Weighted(Module module, Sample sample, TensorBase?[] inputs, IReadOnlyList<bool> counts)
    {
        using var off = Autograd.NoGrad();
        Rng.ManualSeed(Seed);
        var (sum, size) = (0.0, 0.0);
        foreach (var result in Entry.Forward(module, sample, inputs).Run(inputs).Where((_, i) => counts[i]).Cast<Tensor>())
        {
            var (values, weights) = (result.ToArray(), Weights(result.Shape).ToArray());
            for (var i = 0; i < values.Length; i++)
            {
                sum += (double)weights[i] * values[i];
                size += Math.Abs((double)weights[i] * values[i]);
            }
        }

        return (sum, size);
    }

    /// <summary>Every tensor that gets a gradient: parameters, then inputs of floats.</summary>
    public static IEnumerable<(string Name, Tensor Tensor)> Leaves(Module module, TensorBase?[] inputs)
        => module.NamedParameters().Where(named => named.Parameter.RequiresGrad).Select(named => (named.Name, (Tensor)named.Parameter))
            .Concat(inputs.Select((input, i) => ($"input {i}", input as Tensor)).Where(named => named.Item2 is not null).Select(named => (named.Item1, named.Item2!)));

    /// <summary>A state of its own memory.</summary>
    public static StateDict Copy(StateDict state)
    {
        var copy = new StateDict();
        foreach (var (key, tensor) in state)
            copy.Add(key, Copy(tensor));
        return copy;
    }

    private static TensorBase Copy(TensorBase tensor) => tensor switch
    {
        Tensor floats => Tensor.From(floats.ToArray(), floats.Shape),
        Tensor<long> longs => longs.Clone(),
        Tensor<bool> flags => flags.Clone(),
        Tensor<int> ints => ints.Clone(),
        _ => throw new ArgumentException($"State of {tensor.DType} is not copied."),
    };

    /// <summary>A gradient for a result in which no two elements are alike.</summary>
    public static Tensor Weights(Shape shape)
        => Tensor.From([.. Enumerable.Range(0, shape.Count).Select(i => 0.3f + (0.7f * MathF.Sin((3 * i) + 1)))], shape);
}
