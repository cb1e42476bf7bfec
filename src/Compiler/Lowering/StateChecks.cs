using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Differentiation;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>What is wrong with writes to buffers and parameters: gradients that need the old value.</summary>
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
                checks.Check(method, body, isTurn: false);
        }
    }

    private void Check(MethodIr method, BlockIr body, bool isTurn)
    {
        var flow = GradientFlow.Of(method, _linked);
        for (var i = 0; i < body.Statements.Count; i++)
        {
            // What follows in a turn precedes in the next one.
            var before = isTurn ? body.Statements : body.Statements.Take(i);
            foreach (var (name, write) in Snapshots.Writes(body.Statements[i], method.Values).Where(write => write.Write.IsInPlace))
            {
                if (before.OfType<OpIr>().FirstOrDefault(call => Saves(call, name, method, flow)) is { } reader)
                    _context.Report(RulesState.SavedChanged, write.Site, name, reader.Expression);
            }

            if (body.Statements[i] is OutlinedIr outlined)
            {
                foreach (var inner in outlined.Bodies)
                    Check(inner, inner.Body!, isTurn: outlined is LoopIr);
            }
        }
    }

    /// <summary>Whether the backward of an op reads a member.</summary>
    private bool Saves(OpIr call, string member, MethodIr method, GradientFlow flow)
    {
        var op = _linked.Op(call.Op);
        return !call.IsDetached
            && call.Tensors.Any(tensor => method.Values[tensor.Value] is { Origin: ValueOrigin.Member } value && value.Name == member
                && op.Saves(tensor.Name, other => call.Tensors.Any(candidate => candidate.Name == other && flow.Carries(candidate.Value))));
    }
}
