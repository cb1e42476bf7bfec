using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>Which values the derivative of a pointwise op reads besides the gradient of the result.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Reads
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The first input.</summary>
    A = 1,

    /// <summary>The second input.</summary>
    B = 2,

    /// <summary>The third input.</summary>
    C = 4,

    /// <summary>The result.</summary>
    Result = 8,
}

/// <summary>A pointwise function of one input. Generated for each pointwise op and each fused chain.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPointwise1
{
    /// <summary>What <see cref="Backward"/> reads; the rest is given as zero.</summary>
    static abstract Reads Reads { get; }

    /// <summary>The result.</summary>
    V Forward<V>(V a)
        where V : struct, IVector<V>;

    /// <summary>The gradient of the input from that of the result.</summary>
    void Backward<V>(V a, V y, V dy, out V da)
        where V : struct, IVector<V>;
}

/// <summary>A pointwise function of two inputs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPointwise2
{
    /// <summary>What <see cref="Backward"/> reads; the rest is given as zero.</summary>
    static abstract Reads Reads { get; }

    /// <summary>The result.</summary>
    V Forward<V>(V a, V b)
        where V : struct, IVector<V>;

    /// <summary>The gradients of the inputs from that of the result.</summary>
    void Backward<V>(V a, V b, V y, V dy, out V da, out V db)
        where V : struct, IVector<V>;
}

/// <summary>A pointwise function of three inputs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPointwise3
{
    /// <summary>What <see cref="Backward"/> reads; the rest is given as zero.</summary>
    static abstract Reads Reads { get; }

    /// <summary>The result.</summary>
    V Forward<V>(V a, V b, V c)
        where V : struct, IVector<V>;

    /// <summary>The gradients of the inputs from that of the result.</summary>
    void Backward<V>(V a, V b, V c, V y, V dy, out V da, out V db, out V dc)
        where V : struct, IVector<V>;
}
