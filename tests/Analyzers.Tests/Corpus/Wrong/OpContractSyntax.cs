// NNG0101: The contract of 'CopyOp' cannot be read: Expected '->' between inputs and outputs, found '='.
[Op([|"x: *S => y: *S"|])]
public readonly partial struct CopyOp
{
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x;

    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy;
}
