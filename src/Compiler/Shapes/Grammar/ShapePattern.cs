using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>A shape as a contract writes it.</summary>
/// <param name="Position">Where its text begins.</param>
internal sealed record ShapePattern(int Position, IReadOnlyList<ShapeElement> Elements)
{
    /// <summary>Index of the element that takes any number of dims, or -1.</summary>
    public int PackIndex
    {
        get
        {
            for (var i = 0; i < Elements.Count; i++)
            {
                if (Elements[i] is PackElement)
                    return i;
            }

            return -1;
        }
    }

    /// <summary>Whether a part of it has no name and hence no size that could be known.</summary>
    public bool IsAnonymous => Elements.Any(element => element is AnyElement or PackElement { Slot: < 0 });
}

internal abstract record ShapeElement(int Position);

/// <summary>One dim.</summary>
/// <param name="Broadcasts">Written <c>#d</c>: the dim may be 1 instead.</param>
internal sealed record SizeElement(int Position, Expression Size, bool Broadcasts) : ShapeElement(Position);

/// <summary>Any number of dims: <c>*S</c>, or <c>...</c> without a name.</summary>
/// <param name="Slot">Index in <see cref="NameTable.Packs"/>; -1 without a name.</param>
/// <param name="Broadcasts">Written <c>#*S</c>: dims may be 1 or missing at the front.</param>
internal sealed record PackElement(int Position, string? Name, int Slot, bool Broadcasts) : ShapeElement(Position);

/// <summary>Any one dim: <c>_</c>.</summary>
internal sealed record AnyElement(int Position) : ShapeElement(Position);

/// <summary>A rule that computes dims from a shape and from hyperparameters.</summary>
/// <param name="Arguments">Expressions after the shapes.</param>
internal sealed record CombinatorElement(
    int Position,
    Combinator Combinator,
    IReadOnlyList<ShapePattern> Shapes,
    string? Variadic,
    IReadOnlyList<Expression> Arguments) : ShapeElement(Position);

/// <summary>The documented rank-changing rules (docs/custom-ops.md).</summary>
internal enum Combinator
{
    /// <summary><c>flatten(*S, startDim, endDim)</c></summary>
    Flatten,

    /// <summary><c>unflatten(*S, dim, sizes)</c>, one of them may be -1.</summary>
    Unflatten,

    /// <summary><c>reshape(*S, sizes)</c>, one of them may be -1.</summary>
    Reshape,

    /// <summary><c>permute(*S, dims)</c></summary>
    Permute,

    /// <summary><c>transpose(*S, a, b)</c></summary>
    Transpose,

    /// <summary><c>squeeze(*S)</c> or <c>squeeze(*S, dims)</c></summary>
    Squeeze,

    /// <summary><c>unsqueeze(*S, dim)</c></summary>
    Unsqueeze,

    /// <summary><c>expand(*S, sizes)</c>, -1 keeps a dim.</summary>
    Expand,

    /// <summary><c>reduce(*S, dims, keepDim)</c>; no dims is all.</summary>
    Reduce,

    /// <summary><c>broadcast(*A, *B)</c></summary>
    Broadcast,

    /// <summary><c>concat(xs, dim)</c></summary>
    Concat,

    /// <summary><c>stack(xs, dim)</c></summary>
    Stack,

    /// <summary><c>slice(*S, dims, starts, ends, steps)</c></summary>
    Slice,

    /// <summary><c>narrow(*S, dim, start, length)</c></summary>
    Narrow,

    /// <summary><c>select(*S, dims, indices)</c>: drops the dims.</summary>
    Select,

    /// <summary><c>resize(*S, dim, size)</c>: one dim takes another size.</summary>
    Resize,

    /// <summary><c>pad(*S, amounts)</c>: pairs (before, after), last dim first.</summary>
    Pad,

    /// <summary><c>repeat(*S, times)</c></summary>
    Repeat,

    /// <summary><c>dims(sizes)</c>: as many dims as the list has items; also in inputs.</summary>
    Dims,

    /// <summary><c>einsum(xs, equation)</c></summary>
    Einsum,

    /// <summary><c>split(*S, sizes, dim, index)</c>: one dim takes one of the sizes, which add up to its own.</summary>
    Split,
}
