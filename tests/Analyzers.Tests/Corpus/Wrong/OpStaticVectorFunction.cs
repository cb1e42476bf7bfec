// NNG0115: 'Forward' of 'TwiceOp' cannot be called: declare it as 'public V Forward<V>(V x) where V : struct, IVector<V>'
[Op("x: *S -> y: *S")]
public readonly partial struct TwiceOp
{
    public static V [|Forward|]<V>(V x)
        where V : struct, IVector<V>
        => x + x;

    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy + dy;
}
