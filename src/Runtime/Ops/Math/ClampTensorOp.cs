namespace NnGen;

/// <summary><c>x</c> limited to a range given by tensors; where the limits cross the upper one wins.</summary>
[Op("x: #*S; min: #*S; max: #*S -> y: *S")]
public readonly partial struct ClampTensorOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x, V min, V max)
        where V : struct, IVector<V>
        => V.Min(V.Max(x, min), max);

    /// <summary>The gradient of <c>x</c>, which passes where <c>x</c> lies within the limits or on one.</summary>
    public V BackwardX<V>(V x, V min, V max, V dy)
        where V : struct, IVector<V>
        => V.And(dy, V.And(V.GreaterThanOrEqual(x, min), V.LessThanOrEqual(x, max)));

    /// <summary>The gradient of <c>min</c>.</summary>
    public V BackwardMin<V>(V x, V min, V max, V dy)
        where V : struct, IVector<V>
        => V.And(dy, V.And(V.LessThan(x, min), V.LessThan(min, max)));

    /// <summary>The gradient of <c>max</c>.</summary>
    public V BackwardMax<V>(V x, V min, V max, V dy)
        where V : struct, IVector<V>
        => V.And(dy, V.Or(V.GreaterThan(x, max), V.GreaterThanOrEqual(min, max)));
}
