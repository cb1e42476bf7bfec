using NnGen;

namespace Programs.CustomOps.Pointwise;

[Op("x: *S -> y: *S")]
public readonly partial struct CubeOp(double scale)
{
    private readonly float _scale = (float)scale;

    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Create(_scale) * x * x * x;

    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy * V.Create(3 * _scale) * x * x;
}

public static class Cubic
{
    [Lowers(typeof(CubeOp))]
    public static Tensor Cube(Tensor x, double scale = 1) => CubeOp.Apply(x, scale);
}

[Module]
public partial class UsesCube
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward(Tensor x) => Cubic.Cube(fc.Forward(x), 0.5) + 1;
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new UsesCube(), n => [Tensor.Randn(n, 3)]);
}
