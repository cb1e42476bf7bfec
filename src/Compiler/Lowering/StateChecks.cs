using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Differentiation;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>What is wrong with writes to buffers and parameters: gradients that need the old value, writes that Predict would leave out.</summary>
internal sealed class StateChecks
{
    private readonly LoweringContext _context;
    private readonly LinkedModule _linked;

    private StateChecks(ModuleIr module, LoweringContext context)
    {
        _context = context;
        _linked = new LinkedModule(module, default, context.Ops);
    }

    /// <summary>Reports what is wrong in the methods of a module.</summary>
    public static void Check(ModuleIr module, LoweringContext context)
    {
        var checks = new StateChecks(module, context);
        foreach (var method in module.Methods)
        {
            if (method.Body is { } body && body.All.Any(statement => statement is WriteIr))
                checks.Check(method, body, isTurn: false, isTraining: false);
        }
    }

    private void Check(MethodIr method, BlockIr body, bool isTurn, bool isTraining)
    {
        var flow = GradientFlow.Of(method, _linked);
        for (var i = 0; i < body.Statements.Count; i++)
        {
            // What follows in a turn precedes in the next one.
            var before = isTurn ? body.Statements : body.Statements.Take(i);
            foreach (var (write, name) in InPlaceWrites(body.Statements[i], method.Values))
            {
                if (before.OfType<OpIr>().FirstOrDefault(call => Saves(call, name, method, flow)) is { } reader)
                    _context.Report(RulesState.SavedChanged, write.Site, name, reader.Expression);
            }

            if (body.Statements[i] is WriteIr unguarded && !isTraining)
                _context.Report(RulesState.WrittenInEvaluation, unguarded.Site, method.Values[unguarded.Member].Name);
            else if (body.Statements[i] is LoopIr loop)
                Check(loop.Body, loop.Body.Body!, isTurn: true, isTraining);
            else if (body.Statements[i] is BranchIr branch)
                CheckArms(branch, isTraining);
        }
    }

    private void CheckArms(BranchIr branch, bool isTraining)
    {
        // In evaluation, an arm runs unless its condition is false there or an earlier one is true.
        var isReached = true;
        for (var i = 0; i < branch.Arms.Count; i++)
        {
            var condition = i < branch.Conditions.Count ? ScalarFolding.Rewrite(branch.Conditions[i], leaf => leaf is TrainingIr ? ScalarFolding.Constant("bool", 0) : leaf) : null;
            var value = (condition as ConstantIr)?.Integer;
            Check(branch.Arms[i], branch.Arms[i].Body!, isTurn: false, isTraining || !isReached || value == 0);
            isReached &= value != 1;
        }
    }

    private static IEnumerable<(WriteIr Write, string Name)> InPlaceWrites(StatementIr statement, IReadOnlyList<ValueIr> values) => statement switch
    {
        WriteIr { IsInPlace: true } write => [(write, values[write.Member].Name)],
        OutlinedIr outlined => outlined.Bodies.SelectMany(body => body.Body!.Statements.SelectMany(inner => InPlaceWrites(inner, body.Values))),
        _ => [],
    };

    /// <summary>Whether the backward of an op reads a member.</summary>
    private bool Saves(OpIr call, string member, MethodIr method, GradientFlow flow)
    {
        var op = _linked.Op(call.Op);
        return !call.IsDetached
            && call.Tensors.Any(tensor => method.Values[tensor.Value] is { Origin: ValueOrigin.Member } value && value.Name == member
                && op.Saves(tensor.Name, other => call.Tensors.Any(candidate => candidate.Name == other && flow.Carries(candidate.Value))));
    }
}
