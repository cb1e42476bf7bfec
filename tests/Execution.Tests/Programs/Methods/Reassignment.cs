using NnGen;

namespace Programs.Methods.Reassignment;

[Module]
public partial class Reassigned
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward(Tensor x)
    {
        Tensor y;
        y = fc.Forward(x);
        y += x;
        var z = y = y * 2;
        z -= 1;
        x = z / (y.Square() + 1);
        {
            var inner = x.Tanh();
            x = inner;
        }

        ;
        return (x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Reassigned(), n => [Tensor.Randn(n, 3)]);
}
