using NnGen;

namespace Programs.Constructors.InitMembers;

// Members that object initializers set, and ones that only the class itself may set.
[Module]
public partial class Head
{
    public required Linear Projection { get; init; }

    public required float Temperature { get; init; }

    public Dropout? Drop { get; init; }

    public Linear Hidden { get; private set; } = new(4, 4);

    public Parameter Scale { get; private set; } = new(Tensor.Ones(4));

    [Buffer]
    public Tensor Offset { get; private set; } = Tensor.Full([4], 0.25);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        x = F.Tanh(Hidden.Forward(x - Offset)) * Scale;
        if (Drop is not null)
            x = Drop.Forward(x);
        return Projection.Forward(x) / Temperature;
    }

    public Head Widened()
    {
        Hidden = new Linear(4, 4);
        return this;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Head { Projection = new(4, 2), Temperature = 0.5f }, n => [Tensor.Randn(n, 4)]);

    [Sample]
    public static Sample Dropped() => new(() => new Head { Projection = new(4, 2), Temperature = 2, Drop = new(0.3) }.Widened(), n => [Tensor.Randn(n, 4)]);
}
