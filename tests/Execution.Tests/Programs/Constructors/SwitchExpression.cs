using NnGen;

namespace Programs.Constructors.SwitchExpression;

public enum Act
{
    Relu,
    Gelu,
    Swish,
}

[Module]
public partial class Mlp(int features, Act act)
{
    private readonly Linear fc1 = new(features, 2 * features);
    private readonly Linear fc2 = new(2 * features, features);

    public Tensor Forward(Tensor x) => fc2.Forward(Activate(fc1.Forward(x)));

    private Tensor Activate(Tensor x) => act switch
    {
        Act.Relu => F.Relu(x),
        Act.Gelu => F.Gelu(x),
        _ => F.Silu(x),
    };
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Mlp(3, Act.Relu), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new Mlp(3, Act.Gelu), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create3() => new(() => new Mlp(3, Act.Swish), n => [Tensor.Randn(n, 3)]);
}
