using System.Reflection;
using NnGen.Analyzers.Tests.Fuzz;

namespace NnGen.Analyzers.Tests;

/// <summary>Runs each module of a program, and compares the gradients of its parameters with central differences along a random direction.</summary>
internal static class ProgramGradients
{
    private const double Tolerance = 0.02;
    private const int Size = 8;

    private static readonly float[] s_steps = [1e-2f, 2e-3f, 5e-4f];

    /// <summary>Compiles and checks a program; its functions over a layer are run too.</summary>
    /// <returns>How many parameters were checked.</returns>
    public static int Check(string program) => LoadedProgram.Run(program, assembly =>
    {
        Rng.ManualSeed(1);
        return Runs.Modules(assembly).Sum(Check) + assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public)).Where(IsOverLayer).Sum(CheckFunction);
    });

    private static int Check(Module module)
    {
        var inputs = module.GetType().GetMethod("Forward")!.GetParameters().Select(Input).ToArray();
        return Check(module, inputs, () => LoadedProgram.Call(module, inputs));
    }

    private static bool IsOverLayer(MethodInfo method) => method.GetParameters() is [{ ParameterType: var layer }, { ParameterType: var input }] && layer == typeof(Linear) && input == typeof(Tensor);

    private static int CheckFunction(MethodInfo function)
    {
        var (layer, input) = (new Linear(3, 2), Tensor.Randn(2, 3));
        return Check(layer, [input], () => (Tensor)function.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [layer, input], null)!);
    }

    private static Tensor Input(ParameterInfo parameter)
    {
        var sizes = parameter.GetCustomAttribute<ShapeAttribute>()?.Dims.Split(',').Select(dim => int.TryParse(dim, out var size) ? size : dim.Trim() == "N" ? 2 : Size).ToArray() ?? [2, 3];
        return Tensor.Randn(sizes);
    }

    /// <summary>Parameters are leaves; of a module without any the input is.</summary>
    private static int Check(Module module, Tensor[] inputs, Func<Tensor> run)
    {
        var leaves = module.Parameters().Cast<Tensor>().ToList();
        if (leaves.Count == 0)
            leaves = [.. inputs];
        foreach (var leaf in leaves)
            leaf.RequiresGrad = true;
        run().Square().Sum().Backward();
        var random = new Random(1);
        foreach (var leaf in leaves)
        {
            var gradient = leaf.Grad!.ToArray();
            var direction = gradient.Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray();
            var expected = gradient.Zip(direction, (g, d) => (double)g * d).Sum();
            var size = Math.Sqrt(gradient.Sum(g => (double)g * g) * direction.Sum(d => (double)d * d));
            var found = s_steps.Select(step => Difference(leaf, direction, step, run)).ToList();
            Assert.True(found.Any(difference => Math.Abs(difference - expected) <= (Tolerance * size) + 1e-3), $"expected {expected}, found {string.Join(", ", found)}");
        }

        return leaves.Count;
    }

    private static double Difference(Tensor leaf, float[] direction, float step, Func<Tensor> run)
    {
        var values = leaf.ToArray();
        double At(float factor)
        {
            values.Zip(direction, (value, d) => value + (factor * d)).ToArray().CopyTo(leaf.AsWritableSpan());
            return run().AsSpan().ToArray().Sum(value => (double)value * value);
        }

        var difference = (At(step) - At(-step)) / (2 * step);
        values.CopyTo(leaf.AsWritableSpan());
        return difference;
    }
}
