// NNG0107: 'SumOp' has float inputs and results but no 'BackwardB': write it, or declare '[Op(..., IsDifferentiable = false)]'
[Op("a: *S; b: *S -> y: *S")]
public readonly partial struct [|SumOp|]
{
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
        => a + b;

    public V BackwardA<V>(V dy)
        where V : struct, IVector<V>
        => dy;

    public V BackwardX<V>(V dy)
        where V : struct, IVector<V>
        => dy;
}
