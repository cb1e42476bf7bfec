using NnGen;

namespace Layers;

/// <summary>A residual block, which its users call.</summary>
[Module]
public partial class Mixer(int channels, int hidden)
{
    private readonly LayerNorm norm = new(channels);
    private readonly Linear up = new(channels, hidden);
    private readonly Gate gate = new(hidden);
    private readonly Linear down = new(hidden, channels);

    [return: Shape("*B, channels")]
    public Tensor Forward([Shape("*B, channels")] Tensor x)
        => x + down.Forward(gate.Forward(up.Forward(norm.Forward(x))).Squash());
}

/// <summary>A module small enough to stand in its users' passes.</summary>
[Module]
public sealed partial class Scale(int channels)
{
    public Parameter Factor { get; } = new(Tensor.Ones(channels));

    [return: Shape("*B, channels")]
    public Tensor Forward([Shape("*B, channels")] Tensor x) => x * Factor;
}

/// <summary>A module for this assembly and its friends.</summary>
[Module]
internal sealed partial class Gate(int channels)
{
    private readonly Parameter strength = new(Tensor.Ones(channels));

    public Tensor Forward(Tensor x) => x * F.Sigmoid(x * strength);
}

/// <summary>A module over any other one.</summary>
[Module]
public partial class Residual<T>(T inner)
    where T : Module, IModule<Tensor, Tensor>
{
    public Tensor Forward(Tensor x) => x + inner.Forward(x);
}

public static class Activations
{
    [Differentiable]
    public static Tensor Squash(this Tensor x, float strength = 2f) => (x * strength).Tanh();
}

[Op("x: *S -> y: *S")]
public readonly partial struct CubeOp
{
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x * x * x;

    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.Create(3) * x * x * dy;
}
