namespace NnGen;

/// <summary>The point that lies at <c>weight</c> on the way from <c>a</c> to <c>b</c>.</summary>
/// <param name="weight">0 for <c>a</c>, 1 for <c>b</c>.</param>
[Op("a: #*S; b: #*S -> y: *S")]
public readonly partial struct LerpScalarOp(double weight)
{
    private readonly float _weight = (float)weight;

    /// <summary>The result; from the nearer end, so that both ends are exact.</summary>
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
        => Math.Abs(_weight) < 0.5f ? V.MultiplyAdd(V.Create(_weight), b - a, a) : b - ((b - a) * V.Create(1 - _weight));

    /// <summary>The gradient of <c>a</c>.</summary>
    public V BackwardA<V>(V dy)
        where V : struct, IVector<V>
        => dy * V.Create(1 - _weight);

    /// <summary>The gradient of <c>b</c>.</summary>
    public V BackwardB<V>(V dy)
        where V : struct, IVector<V>
        => dy * V.Create(_weight);
}
