// NNG0115: 'Backward' of 'TwiceOp' cannot be called: declare it as 'public V Backward<V>(V x) where V : struct, IVector<V>'
[Op("x: *S -> y: *S")]
public readonly partial struct TwiceOp
{
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x + x;

    public V [|Backward|]<V, W>(V dy)
        where V : struct, IVector<V>
        where W : struct, IVector<W>
        => dy + dy;
}
