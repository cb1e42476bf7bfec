// NNG0107: 'ProductOp' has float inputs and results but no 'BackwardB': write it, or declare '[Op(..., IsDifferentiable = false)]'
[Op("a: *S; b: *S -> y: *S")]
public readonly partial struct [|ProductOp|]
{
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
        => a * b;

    public V BackwardA<V>(V b, V dy)
        where V : struct, IVector<V>
        => b * dy;
}
