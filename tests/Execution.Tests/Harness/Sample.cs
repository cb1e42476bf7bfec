namespace NnGen.Execution.Tests;

/// <summary>How a program is run: a module and inputs for it.</summary>
/// <param name="Module">Makes the module; its weights are drawn anew each time.</param>
/// <param name="Inputs">Inputs for a batch of some size; null for an optional input that is left out.</param>
internal sealed record Sample(Func<Module> Module, Func<int, TensorBase?[]> Inputs)
{
    /// <summary>The method that is run, of which <c>Call</c> and <c>Predict</c> are made.</summary>
    public string Method { get; init; } = "Forward";

    /// <summary>How far a derivative may be from differences, relative to the norm of the gradient.</summary>
    public double Tolerance { get; init; } = 1e-2;

    /// <summary>Whether the result is one number, so that there is a <c>ValueAndGrad</c>.</summary>
    public bool IsScalar { get; init; }

    /// <summary>Whether gradients are those of the result: not so where the program stops or replaces them.</summary>
    public bool IsSmooth { get; init; } = true;
}

/// <summary>Marks the static method of a program that gives its <see cref="Sample"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SampleAttribute : Attribute;
