using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>The contract of a module's method, made of the <c>[Shape]</c> texts of its inputs and results.</summary>
internal static class MethodContract
{
    /// <param name="inputs">Inputs in order; a null text is any shape.</param>
    /// <param name="results">Texts of results; a null text is an unknown shape.</param>
    /// <param name="hypers">Names that are no dims but hyperparameters, in the order in which values will be given.</param>
    /// <exception cref="ContractException">A text is no shape.</exception>
    public static Contract Create(IEnumerable<MethodInput> inputs, IEnumerable<string?> results, IEnumerable<string> hypers)
    {
        var names = new NameTable(hypers);
        var patterns = inputs
            .Select(input => new TensorPattern(0, input.Name, input.Type, TensorRole.Plain, input.IsOptional, false, Parse(input.Shape, names)))
            .ToArray();
        var outputs = results
            .Select((text, i) => new TensorPattern(0, $"result{i}", ElementType.Any, TensorRole.Plain, false, false, Parse(text, names)))
            .ToArray();
        var text = string.Join("; ", patterns.Select(Write)) + " -> " + string.Join("; ", outputs.Select(Write));
        return new Contract(text, names, [new ContractAlternative(patterns, outputs, [], null)]);
    }

    private static ShapePattern Parse(string? text, NameTable names)
        => text is null ? new ShapePattern(0, [new PackElement(0, null, -1, false)]) : ContractParser.ParseShape(text, names);

    private static string Write(TensorPattern tensor)
        => $"{tensor.Name}: {ExpressionText.Write(tensor.Shape)}{(tensor.IsOptional ? "?" : "")}";
}

/// <param name="Shape">Text of its <c>[Shape]</c>, or null.</param>
internal sealed record MethodInput(string Name, ElementType Type, bool IsOptional, string? Shape);
