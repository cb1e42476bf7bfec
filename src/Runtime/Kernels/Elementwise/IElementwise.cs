using System.Runtime.CompilerServices;
using NnGen.CompilerServices;

namespace NnGen.Kernels;

/// <summary>A pointwise op seen with three inputs, so that one loop serves all: those it does not have are zero.</summary>
internal interface IElementwise
{
    static abstract int Inputs { get; }

    static abstract Reads Reads { get; }

    V Forward<V>(V a, V b, V c)
        where V : struct, IVector<V>;

    void Backward<V>(V a, V b, V c, V y, V dy, out V da, out V db, out V dc)
        where V : struct, IVector<V>;
}

/// <summary>An op of one input.</summary>
internal readonly struct Elementwise1<TOp>(TOp op) : IElementwise
    where TOp : struct, IPointwise1
{
    private readonly TOp _op = op;

    public static int Inputs => 1;

    public static Reads Reads => TOp.Reads;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V a, V b, V c)
        where V : struct, IVector<V>
        => _op.Forward(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Backward<V>(V a, V b, V c, V y, V dy, out V da, out V db, out V dc)
        where V : struct, IVector<V>
    {
        _op.Backward(a, y, dy, out da);
        db = V.Zero;
        dc = V.Zero;
    }
}

/// <summary>An op of two inputs.</summary>
internal readonly struct Elementwise2<TOp>(TOp op) : IElementwise
    where TOp : struct, IPointwise2
{
    private readonly TOp _op = op;

    public static int Inputs => 2;

    public static Reads Reads => TOp.Reads;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V a, V b, V c)
        where V : struct, IVector<V>
        => _op.Forward(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Backward<V>(V a, V b, V c, V y, V dy, out V da, out V db, out V dc)
        where V : struct, IVector<V>
    {
        _op.Backward(a, b, y, dy, out da, out db);
        dc = V.Zero;
    }
}

/// <summary>An op of three inputs.</summary>
internal readonly struct Elementwise3<TOp>(TOp op) : IElementwise
    where TOp : struct, IPointwise3
{
    private readonly TOp _op = op;

    public static int Inputs => 3;

    public static Reads Reads => TOp.Reads;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V a, V b, V c)
        where V : struct, IVector<V>
        => _op.Forward(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Backward<V>(V a, V b, V c, V y, V dy, out V da, out V db, out V dc)
        where V : struct, IVector<V>
        => _op.Backward(a, b, c, y, dy, out da, out db, out dc);
}
