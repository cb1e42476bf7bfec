using System.Linq;

namespace NnGen.Compiler.Ir;

/// <summary>What of a condition is known when a method is bound, before it is called.</summary>
internal static class BindTime
{
    private static readonly ScalarIr s_true = ScalarFolding.Constant("bool", 1);

    /// <summary>Whether a scalar is the same whenever a plan runs: it depends on the structure and on shapes alone.</summary>
    public static bool IsKnown(ScalarIr scalar)
        => ScalarFolding.Leaves(scalar).All(leaf => leaf is MemberScalarIr { IsReadOnly: true } or NullMemberIr or NullInputIr or DimIr or RankIr or ShapeIr or BoundScalarIr);

    /// <summary>What binding can say against a condition: where the result does not hold, the condition never does.</summary>
    public static ScalarIr MayBe(ScalarIr condition, bool value)
    {
        if (IsKnown(condition))
            return value ? condition : ScalarFolding.Not(condition);
        return condition switch
        {
            UnaryIr { Operator: "!" } not => MayBe(not.Operand, !value),
            BinaryIr { Operator: "&&" or "||" } both => ScalarFolding.Binary(
                "bool", both.Operator == "&&" == value ? "&&" : "||", MayBe(both.Left, value), MayBe(both.Right, value)),
            _ => s_true,
        };
    }

    /// <summary>What binding can say against an arm being taken.</summary>
    public static ScalarIr MayRun(BranchIr branch, int arm)
    {
        var may = arm < branch.Conditions.Count ? MayBe(branch.Conditions[arm], value: true) : s_true;
        for (var i = System.Math.Min(arm, branch.Conditions.Count) - 1; i >= 0; i--)
            may = ScalarFolding.Binary("bool", "&&", MayBe(branch.Conditions[i], value: false), may);
        return may;
    }
}
