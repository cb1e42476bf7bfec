// NNG0109: 'ToFloatOp' is a struct, hence a pointwise op: it takes one to three float tensors and gives one; write a static class for anything else
[Op("x: long[*S] -> y: *S", IsDifferentiable = false)]
public readonly partial struct [|ToFloatOp|]
{
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x;
}
