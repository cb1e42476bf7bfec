using System;

namespace NnGen.Compiler.Ir;

/// <summary>Leaves of scalars that are about a value of the method.</summary>
internal static class ScalarLeaves
{
    /// <summary>The value that a leaf is about; null where it is about none.</summary>
    public static int? ValueOf(ScalarIr leaf) => leaf switch
    {
        DimIr dim => dim.Value,
        RankIr rank => rank.Value,
        ShapeIr shape => shape.Value,
        ItemIr item => item.Value,
        NullInputIr input => input.Value,
        _ => null,
    };

    /// <summary>The leaf about another value.</summary>
    public static ScalarIr WithValue(ScalarIr leaf, Func<int, int> value) => leaf switch
    {
        DimIr dim => dim with { Value = value(dim.Value) },
        RankIr rank => new RankIr(value(rank.Value)),
        ShapeIr shape => shape with { Value = value(shape.Value) },
        ItemIr item => item with { Value = value(item.Value) },
        NullInputIr input => new NullInputIr(value(input.Value)),
        _ => leaf,
    };
}
