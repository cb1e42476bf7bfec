// NNG0102: 'CopyOp' is an op: make it 'partial', so that its 'Apply' can be generated
[Op("x: *S -> y: *S")]
public readonly struct [|CopyOp|]
{
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x;

    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy;
}
