using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>What a contract must keep beyond its grammar.</summary>
internal static class ContractChecks
{
    public static void Check(Contract contract)
    {
        var first = contract.Alternatives[0];
        CheckNames(contract, first);
        foreach (var alternative in contract.Alternatives)
        {
            CheckSameTensors(first.Inputs, alternative.Inputs, "inputs");
            CheckSameTensors(first.Outputs, alternative.Outputs, "outputs");
            CheckSavedLast(alternative.Outputs);
            BoundNames.Check(alternative);
        }
    }

    private static void CheckNames(Contract contract, ContractAlternative alternative)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tensor in alternative.Inputs.Concat(alternative.Outputs))
            Take(tensor.Name, $"the tensor '{tensor.Name}'", tensor.Position, tensor.Name.Length);
        foreach (var hyper in contract.Names.Hypers)
            Take(hyper, $"the hyperparameter '{hyper}'", 0, 1);
        foreach (var dim in contract.DimNames)
            Take(ParameterName(dim), $"the dim '{dim}'", 0, 1);
        if (alternative.Inputs.Count(input => input.IsVariadic) > 1)
            throw new ContractException(alternative.Inputs.Last(input => input.IsVariadic).Position, 1, "One input only can be variadic.");

        void Take(string name, string what, int position, int length)
        {
            if (taken.TryGetValue(name, out var other))
                throw new ContractException(position, length, $"Both {other} and {what} would be the parameter '{name}'.");
            taken.Add(name, what);
        }
    }

    private static void CheckSavedLast(IReadOnlyList<TensorPattern> outputs)
    {
        for (var i = 1; i < outputs.Count; i++)
        {
            if (outputs[i].Role == TensorRole.Plain && outputs[i - 1].Role == TensorRole.Saved)
                throw new ContractException(outputs[i].Position, outputs[i].Name.Length, "Saved outputs come after the results.");
        }
    }

    /// <summary>The C# parameter that a dim is passed as.</summary>
    public static string ParameterName(string dim) => char.ToLowerInvariant(dim[0]) + dim.Substring(1);

    private static void CheckSameTensors(IReadOnlyList<TensorPattern> expected, IReadOnlyList<TensorPattern> found, string what)
    {
        var same = expected.Count == found.Count
            && expected.Zip(found, (a, b) => a.Name == b.Name && a.Role == b.Role && a.IsOptional == b.IsOptional && a.IsVariadic == b.IsVariadic).All(equal => equal);
        if (!same)
            throw new ContractException(found.Count > 0 ? found[0].Position : 0, 1, $"Every alternative lists the same {what}, in the same order.");
    }
}
