using System;
using System.Collections.Generic;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>The values of constructor parameters by name.</summary>
internal static class HyperValues
{
    /// <summary>The values that a function gives. In a program with errors two parameters may have one name: the last counts.</summary>
    public static Dictionary<string, HyperValue<Dim>> Of(IEnumerable<HyperIr> constructor, Func<HyperIr, HyperValue<Dim>> valueOf)
    {
        var values = new Dictionary<string, HyperValue<Dim>>();
        foreach (var hyper in constructor)
            values[hyper.Name] = valueOf(hyper);
        return values;
    }
}
