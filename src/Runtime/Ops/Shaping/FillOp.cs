namespace NnGen;

/// <summary>One value in place of every element.</summary>
[Op("x: *S -> y: *S", IsDifferentiable = false)]
public readonly partial struct FillOp(double value = 0)
{
    private readonly float _value = (float)value;

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Create(_value);
}
