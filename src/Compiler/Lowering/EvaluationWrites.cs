using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Writes to buffers and parameters that happen also when the module is not training. <c>Predict</c>, which many threads may call at
/// once, leaves them out, so it may compute something else than <c>Call</c>.
/// </summary>
internal static class EvaluationWrites
{
    /// <summary>Reports the writes that no method guards: one whose guard stands where it is called is in order.</summary>
    public static void Check(ModuleIr module, LoweringContext context)
    {
        var writes = module.Methods.Where(method => method.Body is not null).SelectMany(method => Writes(method, isTraining: false)).ToList();
        var guarded = new HashSet<int>(writes.Where(write => write.IsTraining).Select(write => write.Site));
        foreach (var (site, member, _) in writes.Where(write => !guarded.Contains(write.Site)))
            context.Report(RulesState.WrittenInEvaluation, site, member);
    }

    /// <summary>The writes of a method: where, to which member, and whether only in training.</summary>
    private static IEnumerable<(int Site, string Member, bool IsTraining)> Writes(MethodIr method, bool isTraining)
        => method.Body!.Statements.SelectMany(statement => statement switch
        {
            WriteIr write => [(write.Site, method.Values[write.Member].Name, isTraining)],
            BranchIr branch => branch.Arms.SelectMany((arm, i) => Writes(arm, isTraining || RunsInTraining(branch, i))),
            OutlinedIr outlined => outlined.Bodies.SelectMany(body => Writes(body, isTraining)),
            _ => [],
        });

    /// <summary>Whether an arm runs in training alone: its condition holds, and those before it do not.</summary>
    private static bool RunsInTraining(BranchIr branch, int arm)
        => branch.Conditions.Take(arm + 1).Where((condition, i) => MeansTraining(condition, value: i == arm)).Any();

    /// <summary>Whether a module is training where a condition has a value.</summary>
    private static bool MeansTraining(ScalarIr condition, bool value) => condition switch
    {
        TrainingIr => value,
        UnaryIr { Operator: "!" } not => MeansTraining(not.Operand, !value),
        BinaryIr { Operator: "==", Right: ConstantIr { Type: "bool", Integer: var flag } } equal => MeansTraining(equal.Left, value == (flag == 1)),
        BinaryIr { Operator: "&&" or "||" } both when both.Operator == "&&" == value
            => MeansTraining(both.Left, value) || MeansTraining(both.Right, value),
        BinaryIr { Operator: "&&" or "||" } either => MeansTraining(either.Left, value) && MeansTraining(either.Right, value),
        _ => false,
    };
}
