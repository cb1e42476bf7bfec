namespace NnGen;

/// <summary>The logarithm to the base 10.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct Log10Op
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Log10(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy / (x * V.Create(2.30258509f));
}
