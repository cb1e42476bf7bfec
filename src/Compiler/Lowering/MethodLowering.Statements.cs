using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Statements.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>Statements in order, up to a return.</summary>
    /// <returns>Whether the end was reached, so that what follows runs.</returns>
    private bool LowerStatements(IEnumerable<IOperation> statements)
    {
        var isDetached = _isDetached;
        var isEndReached = true;
        foreach (var statement in statements)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            isEndReached = LowerStatement(statement);
            if (!isEndReached)
                break;
        }

        _isDetached = isDetached;
        return isEndReached;
    }

    private bool LowerStatement(IOperation statement)
    {
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
                _frames.Peek().Result = @return.ReturnedValue is { } value ? Lower(value) : null;
                return false;
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

    private void LowerDeclarator(IVariableDeclaratorOperation declarator)
    {
        var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        if (declarator.Symbol.RefKind != RefKind.None)
            Bind(declarator.Symbol, Fail(RulesDifferentiability.ByReference, declarator));
        else if (initializer is not null)
            Assign(declarator.Symbol, Lower(initializer.Value));
    }

    /// <summary>An if whose condition is known: one arm is lowered, the other is not there.</summary>
    private bool LowerBranch(IConditionalOperation conditional)
    {
        if (Condition(conditional.Condition) is not { } isTaken)
        {
            SkipArms(conditional);
            return true;
        }

        var arm = isTaken ? conditional.WhenTrue : conditional.WhenFalse;
        return arm is null || LowerStatement(arm);
    }

    /// <summary>After a condition that is not known: what either arm assigns is unknown too, and says nothing more.</summary>
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
        var head = SourceText.Line(statement.Syntax).Split([" {"], System.StringSplitOptions.None)[0];
        _context.Report(rule, statement.Syntax.GetFirstToken().GetLocation(), Shorten(head));
        SkipArms(statement);
    }
}
