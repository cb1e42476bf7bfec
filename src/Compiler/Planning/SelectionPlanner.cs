using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>Plans how binding selects one of a method's variants.</summary>
internal static class SelectionPlanner
{
    /// <param name="module">The module.</param>
    /// <param name="index">Number of the method that stands for variants.</param>
    /// <param name="names">Names of all methods.</param>
    public static SelectionPlan Plan(ModuleIr module, int index, IReadOnlyList<MethodNames> names)
    {
        var method = module.Methods[index];
        var text = new ScalarText(
            path => path.Length == 0 ? "Training" : path + ".Training",
            dim => BoundShapes.Axis(Input(method, dim.Value), dim.Axis, dim.Rank),
            value => BoundShapes.Rank(Input(method, value)),
            value => BoundShapes.OrDefault(Input(method, value)),
            number => number.Name,
            value => BoundShapes.Text(Input(method, value)) + " is null");
        var variants = Enumerable.Range(0, module.Methods.Count)
            .Where(i => module.Methods[i].IsVariantOf(method))
            .Select(i => new VariantPlan(text.Write(module.Methods[i].Variant!.Condition), i, names[i]));
        return new SelectionPlan(index, names[index], variants.ToEquatableArray());
    }

    private static InputShape Input(MethodIr method, int value) => new(method.Inputs.ToList().FindIndex(input => input.Value == value));
}
