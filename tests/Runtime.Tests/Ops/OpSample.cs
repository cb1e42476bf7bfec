namespace NnGen.Tests.Ops;

/// <summary>An op at one point: its differentiable inputs, and the op as a function of them.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Inputs">The differentiable inputs.</param>
/// <param name="Apply">The op with everything else fixed.</param>
/// <param name="CanTie">Whether the first two inputs can be the same tensor.</param>
public sealed record OpSample(string Name, Tensor[] Inputs, Func<Tensor[], TensorBase[]> Apply, bool CanTie = false)
{
    public override string ToString() => Name;

    /// <summary>Values without ties, zeros or regularity, from -1 to 1.</summary>
    public static Tensor Values(int seed, params int[] shape)
    {
        Shape sizes = shape;
        var values = new float[sizes.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)Math.Sin((1.7 * i) + (0.9 * seed) + 0.3);
        return Tensor.From(values, sizes);
    }

    /// <summary>The same, from 0.5 to 2.5.</summary>
    public static Tensor Positive(int seed, params int[] shape)
    {
        var values = Values(seed, shape);
        foreach (ref var value in values.AsWritableSpan())
            value = 1.5f + value;
        return values;
    }

    /// <summary>Distinct values that lie at least 0.1 apart and 0.05 from zero, so that no difference steps over a kink.</summary>
    public static Tensor Apart(params int[] shape)
    {
        Shape sizes = shape;
        var values = new float[sizes.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = 0.1f * ((i * 41 % values.Length) - (values.Length / 2) + 0.5f);
        return Tensor.From(values, sizes);
    }
}
