using System;
using System.Collections.Generic;

namespace NnGen.Compiler.Ir;

/// <summary>A condition as a value: whether an open loop takes another turn.</summary>
/// <param name="Condition">The condition, which the pass evaluates.</param>
/// <param name="Result">A value of one bool.</param>
internal sealed record FlagIr(int Site, string Text, string Expression, ScalarIr Condition, int Result) : StatementIr(Site, Text, Expression)
{
    public override IEnumerable<ScalarIr> ScalarsRead => [Condition];

    public override StatementIr RewriteScalars(Func<ScalarIr, ScalarIr> replace) => this with { Condition = ScalarFolding.Rewrite(Condition, replace)! };
}
