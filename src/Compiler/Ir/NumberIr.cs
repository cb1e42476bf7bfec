using System;
using System.Collections.Generic;

namespace NnGen.Compiler.Ir;

/// <summary>A number or flag as a value, where only a call knows it: turns hand it on, arms of branches give it.</summary>
/// <param name="Number">What the pass computes.</param>
/// <param name="Result">A value of one element.</param>
internal sealed record NumberIr(int Site, string Text, string Expression, ScalarIr Number, int Result) : StatementIr(Site, Text, Expression)
{
    public override IEnumerable<ScalarIr> ScalarsRead => [Number];

    /// <summary>The type of tensor that holds numbers of a C# type; null where none does.</summary>
    public static DType? TypeOf(string type) => type switch
    {
        "bool" => DType.Bool,
        "int" => DType.Int32,
        "long" => DType.Int64,
        "float" => DType.Float32,
        "double" => DType.Float64,
        _ => null,
    };

    public override StatementIr RewriteScalars(Func<ScalarIr, ScalarIr> replace) => this with { Number = ScalarFolding.Rewrite(Number, replace)! };
}
