namespace NnGen;

/// <summary>One item of an index into a tensor: a number, a range, a list of indices, a new dim, or all dims that the other items leave out.</summary>
public readonly struct TensorIndex
{
    private TensorIndex(Range range, bool isNumber, bool isEllipsis) => (Range, IsNumber, IsEllipsis) = (range, isNumber, isEllipsis);

    /// <summary>The range; for a number it begins there.</summary>
    public Range Range { get; }

    /// <summary>Whether it is a number, which drops its dim.</summary>
    public bool IsNumber { get; }

    /// <summary>Whether it stands for all dims that the other items leave out.</summary>
    public bool IsEllipsis { get; }

    /// <summary>Whether it is a new dim of size 1.</summary>
    public bool IsInserted { get; private init; }

    /// <summary>The indices that are picked of the dim, counted from the end where negative; null for any other item.</summary>
    public Tensor<long>? Indices { get; private init; }

    internal static TensorIndex Ellipsis => new(Range.All, false, true);

    /// <summary>A number; as in PyTorch, -1 is the last.</summary>
    public static implicit operator TensorIndex(int index) => index < 0 ? new Index(-index, fromEnd: true) : new Index(index);

    /// <summary>A number; <c>^1</c> is the last.</summary>
    public static implicit operator TensorIndex(Index index) => new(new Range(index, index), true, false);

    /// <summary>A list of indices, each of which is picked of its dim; <c>null</c> is a new dim, as PyTorch's <c>None</c>.</summary>
    public static implicit operator TensorIndex(Tensor<long>? indices) => new(Range.All, false, false) { Indices = indices, IsInserted = indices is null };

    /// <summary>A range; <c>..</c> is the whole dim.</summary>
    public static implicit operator TensorIndex(Range range) => new(range, false, false);
}
