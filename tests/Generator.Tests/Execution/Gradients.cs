using System.Runtime.InteropServices;

namespace NnGen.Generator.Tests.Execution;

/// <summary>Compares a compiled module with the same module run op by op, and with finite differences.</summary>
internal static class Gradients
{
    /// <summary>The result and every gradient, by name, of one forward and backward pass.</summary>
    public sealed record Pass(Tensor Result, Dictionary<string, float[]?> Of);

    /// <summary><c>Call</c> agrees with <c>Forward</c>: the result bit for bit, gradients to rounding.</summary>
    public static void CheckCallAgainstForward(Module module, Tensor input)
    {
        var typed = (IModule<Tensor, Tensor>)module;
        var expected = Run(module, input, typed.Forward);
        var actual = Run(module, input, typed.Call);
        AssertBitwise(expected.Result, actual.Result);
        foreach (var (name, gradient) in expected.Of)
            AssertClose(name, gradient, actual.Of[name], relative: 1e-5f, absolute: 1e-6f);
    }

    /// <summary>Gradients of <c>Call</c> agree with central differences of the sum of <c>Forward</c>'s result, weighted as in the backward pass.</summary>
    public static void CheckCallAgainstDifferences(Module module, Tensor input)
    {
        var typed = (IModule<Tensor, Tensor>)module;
        var actual = Run(module, input, typed.Call);
        foreach (var (name, tensor) in Tensors(module, input))
        {
            for (var i = 0; i < Math.Min(tensor.Count, 6); i++)
            {
                var difference = Difference(typed, input, tensor, i);
                var found = actual.Of[name]?[i] ?? 0;
                Assert.True(Math.Abs(difference - found) <= 2e-2 * Math.Max(1, Math.Abs(difference)), $"{name}[{i}]: {found}, by differences {difference}");
            }
        }
    }

    /// <summary>One forward and backward pass from clean gradients.</summary>
    public static Pass Run(Module module, Tensor input, Func<Tensor, Tensor> forward)
    {
        module.ZeroGrad();
        input.Grad = null;
        input.RequiresGrad = true;
        var result = forward(input);
        result.Backward(Weights(result.Shape));
        return new Pass(result, Tensors(module, input).ToDictionary(named => named.Name, named => named.Tensor.Grad?.AsSpan().ToArray()));
    }

    public static void AssertBitwise(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(MemoryMarshal.Cast<float, int>(expected.AsSpan()).ToArray(), MemoryMarshal.Cast<float, int>(actual.AsSpan()).ToArray());
    }

    public static void AssertClose(string name, float[]? expected, float[]? actual, float relative, float absolute)
    {
        // Op by op, nothing may reach a tensor whose gradient is zero in the compiled pass.
        expected ??= new float[actual?.Length ?? 0];
        actual ??= new float[expected.Length];
        Assert.Equal(expected.Length, actual.Length);
        var largest = expected.Select(Math.Abs).Append(0).Max();
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= (relative * Math.Abs(expected[i])) + (absolute * Math.Max(1, largest)),
                $"{name}[{i}]: {actual[i]} instead of {expected[i]}");
        }
    }

    private static IEnumerable<(string Name, Tensor Tensor)> Tensors(Module module, Tensor input)
        => module.NamedParameters().Select(named => (named.Name, (Tensor)named.Parameter)).Append(("input", input));

    private static double Difference(IModule<Tensor, Tensor> module, Tensor input, Tensor tensor, int index)
    {
        const float step = 1e-2f;
        using var off = Autograd.NoGrad();
        var values = tensor.AsWritableSpan();
        var value = values[index];
        values[index] = value + step;
        var above = Weighted(module.Forward(input));
        values[index] = value - step;
        var below = Weighted(module.Forward(input));
        values[index] = value;
        return (above - below) / (2 * step);
    }

    private static double Weighted(Tensor result)
    {
        var weights = Weights(result.Shape).AsSpan();
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += (double)weights[i] * result.AsSpan()[i];
        return sum;
    }

    /// <summary>A gradient for the result in which no two elements are alike.</summary>
    private static Tensor Weights(Shape shape)
        => Tensor.From([.. Enumerable.Range(0, shape.Count).Select(i => 0.3f + (0.7f * MathF.Sin((3 * i) + 1)))], shape);
}
