using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Statements.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>Statements in order, up to one that leaves them.</summary>
    /// <returns>Whether the end was reached, so that what follows runs.</returns>
    private bool LowerStatements(ImmutableArray<IOperation> statements, int first = 0)
    {
        var (rest, isDetached) = (_rest, _isDetached);
        var falls = true;
        for (var i = first; i < statements.Length && falls; i++)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            _rest = i + 1 < statements.Length ? rest.After(Further(i + 1, _isDetached)) : rest;
            falls = LowerStatement(statements[i]);
        }

        (_rest, _isDetached) = (rest, isDetached);
        return falls;

        System.Func<bool> Further(int next, bool isHereDetached) => () =>
        {
            var before = _isDetached;
            _isDetached = isHereDetached;
            var isEndReached = LowerStatements(statements, next);
            _isDetached = before;
            return isEndReached;
        };
    }

    private bool LowerStatement(IOperation statement)
    {
        if (!HasStack(statement))
            return true;
        switch (statement)
        {
            case IBlockOperation block:
                return LowerStatements(block.Operations);
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(d => d.Declarators))
                    LowerDeclarator(declarator);
                return true;
            case IExpressionStatementOperation expression:
                Lower(expression.Operation);
                return true;
            case IReturnOperation { Kind: OperationKind.Return } @return:
                return LowerReturn(@return.ReturnedValue is { } value ? Lower(value) : null);
            case IConditionalOperation conditional:
                return LowerBranch(conditional);
            case ISwitchOperation @switch:
                return LowerSwitch(@switch);
            case IForEachLoopOperation loop:
                return LowerForEach(loop);
            case IForLoopOperation loop:
                return LowerFor(loop);
            case IWhileLoopOperation loop:
                return LowerWhile(loop);
            case IUsingOperation @using:
                return LowerUsing(@using);
            case IUsingDeclarationOperation @using:
                return LowerUsing(@using);
            case ILocalFunctionOperation or IEmptyOperation:
                return true;
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } jump:
                return LowerJump(jump);
            case ILabeledOperation { Operation: { } labeled }:
                return LowerStatement(labeled);
            case IInvalidOperation:
                _context.HasInvalidCode = true;
                return true;
            default:
                FailStatement(statement);
                return true;
        }
    }

    /// <summary><c>break</c> or <c>continue</c>. Where a loop stays one, the label of <c>break</c> stands for whether there is another turn.</summary>
    private bool LowerJump(IBranchOperation jump)
    {
        if (jump.BranchKind == BranchKind.Break)
            Bind(jump.Target, new ScalarTerm(ScalarFolding.Constant("bool", 0)));
        _exit = jump.Target;
        return false;
    }

    /// <summary>
    /// Leaves the method. In a loop that stays one, it leaves the loop: the method's name stands for what is returned behind it.
    /// </summary>
    private bool LowerReturn(Term? result)
    {
        var frame = _frames.Peek();
        if (frame.Loop is { } loop)
        {
            Bind(frame.Method, result ?? VoidTerm.Instance);
            Bind(loop.ExitLabel, new ScalarTerm(ScalarFolding.Constant("bool", 0)));
            _exit = loop.ExitLabel;
        }
        else
        {
            frame.Result = result;
        }

        return false;
    }

    /// <summary>Whether statements were left for this label, which is reached now.</summary>
    private bool IsReached(ILabelSymbol label)
    {
        if (!SymbolEqualityComparer.Default.Equals(_exit, label))
            return false;
        _exit = null;
        return true;
    }

    private void LowerDeclarator(IVariableDeclaratorOperation declarator)
    {
        var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        if (declarator.Symbol.RefKind != RefKind.None)
            Bind(declarator.Symbol, Fail(RulesDifferentiability.ByReference, declarator));
        else if (initializer is not null)
            Assign(declarator.Symbol, Stored(declarator, declarator.Symbol.Name, Lower(initializer.Value)));
    }

    /// <summary>After a condition that cannot be compiled: what either arm assigns is unknown too, and says nothing more.</summary>
    private void SkipArms(IOperation statement)
    {
        foreach (var assigned in statement.Descendants().OfType<IAssignmentOperation>())
        {
            foreach (var symbol in Targets(assigned.Target))
                Bind(symbol, FailedTerm.Instance);
        }

        if (statement.Descendants().OfType<IReturnOperation>().Any())
            _frames.Peek().Result ??= FailedTerm.Instance;
    }

    private static IEnumerable<ISymbol> Targets(IOperation target) => target switch
    {
        ILocalReferenceOperation local => [local.Local],
        IParameterReferenceOperation parameter => [parameter.Parameter],
        IMemberReferenceOperation member when IsOwnBuffer(member) => [member.Member],
        ITupleOperation tuple => tuple.Elements.SelectMany(Targets),
        IDeclarationExpressionOperation declaration => Targets(declaration.Expression),
        _ => [],
    };

    private void FailStatement(IOperation statement)
    {
        var rule = statement switch
        {
            ILoopOperation => RulesDifferentiability.Loop,
            ITryOperation or IThrowOperation => RulesDifferentiability.ExceptionHandling,
            IBranchOperation or IReturnOperation => RulesDifferentiability.Jump,
            _ => RulesDifferentiability.UnsupportedStatement,
        };
        _context.Report(rule, statement.Syntax.GetFirstToken().GetLocation(), Shorten(SourceText.Head(statement.Syntax)));
        SkipArms(statement);
    }
}
