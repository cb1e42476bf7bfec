using System;
using Microsoft.CodeAnalysis;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// What follows where a statement stands, from the inside out: the rest of its block, of the blocks around it, of the turns of a
/// loop that is written out. An arm that ends early meets the others further out, so they are lowered on from here.
/// </summary>
internal sealed class Continuation
{
    private Continuation(Continuation? next, int depth, Func<bool>? run, ILabelSymbol? label)
    {
        Next = next;
        Depth = depth;
        Run = run;
        Label = label;
    }

    /// <summary>The end of the method or body.</summary>
    public static Continuation End { get; } = new(null, 0, null, null);

    /// <summary>Where a method is left by a return.</summary>
    public static Continuation Returned { get; } = new(null, -1, null, null);

    public Continuation? Next { get; }

    /// <summary>How far inside it is; what is further out has a smaller number.</summary>
    public int Depth { get; }

    /// <summary>Lowers it; false where it is left before its end. Null at a label.</summary>
    public Func<bool>? Run { get; }

    /// <summary>Where <c>break</c> or <c>continue</c> lead; null for statements.</summary>
    public ILabelSymbol? Label { get; }

    /// <summary>Statements before this.</summary>
    public Continuation After(Func<bool> run) => new(this, Depth + 1, run, null);

    /// <summary>A label before this.</summary>
    public Continuation After(ILabelSymbol label) => new(this, Depth + 1, null, label);

    /// <summary>The label that a jump leads to; the end where there is none.</summary>
    public Continuation Find(ILabelSymbol label)
    {
        var at = this;
        while (at.Next is { } next && !SymbolEqualityComparer.Default.Equals(at.Label, label))
            at = next;
        return at;
    }
}
