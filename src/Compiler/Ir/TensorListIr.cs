using System;
using System.Collections.Generic;

namespace NnGen.Compiler.Ir;

/// <summary>What is done with a list.</summary>
internal enum ListAction
{
    /// <summary>It is made, of as many empty places as the index says.</summary>
    Create,

    /// <summary>A tensor is added at the end.</summary>
    Add,

    /// <summary>A tensor is put before the place that the index says.</summary>
    Insert,

    /// <summary>A tensor takes the place that the index says.</summary>
    Set,

    /// <summary>A tensor is read.</summary>
    Get,

    /// <summary>A tensor is read and leaves the list.</summary>
    Take,

    /// <summary>A tensor leaves the list.</summary>
    Remove,

    /// <summary>All tensors leave the list.</summary>
    Clear,

    /// <summary>The order is turned around.</summary>
    Reverse,

    /// <summary>The number of tensors becomes a <see cref="BoundScalarIr"/>.</summary>
    Count,
}

/// <summary>
/// One action on a list of tensors that loops fill or read. How many tensors it holds, and their shapes, is known at each place when
/// bound, since binding runs the same actions over shapes. The list is one value: memory with a part of its own for each tensor that
/// is ever written.
/// </summary>
/// <param name="Action">What is done.</param>
/// <param name="List">The list.</param>
/// <param name="Index">Which place, where the action needs one.</param>
/// <param name="IsFromEnd">Whether the place is counted from the end.</param>
/// <param name="Item">The tensor written or read, or -1.</param>
/// <param name="Name">Name of the number, for <see cref="ListAction.Count"/>.</param>
internal sealed record TensorListIr(
    int Site,
    string Text,
    string Expression,
    ListAction Action,
    int List,
    ScalarIr? Index = null,
    bool IsFromEnd = false,
    int Item = -1,
    string? Name = null) : StatementIr(Site, Text, Expression)
{
    /// <summary>Whether a tensor is written.</summary>
    public bool IsWrite => Action is ListAction.Add or ListAction.Insert or ListAction.Set;

    /// <summary>Whether a tensor is read.</summary>
    public bool IsRead => Action is ListAction.Get or ListAction.Take;

    public override IEnumerable<ScalarIr> ScalarsRead => Index is null ? [] : [Index];

    public override StatementIr RewriteScalars(Func<ScalarIr, ScalarIr> replace)
        => Index is null ? this : this with { Index = ScalarFolding.Rewrite(Index, replace)! };
}
