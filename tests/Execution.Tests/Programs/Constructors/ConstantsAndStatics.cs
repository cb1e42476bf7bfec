using NnGen;

namespace Programs.Constructors.ConstantsAndStatics;

[Module]
public partial class WithConstants
{
    private const int Width = 5;
    private const double Epsilon = 1e-3;
    private static readonly double s_root = Math.Sqrt(Width);
    private readonly Linear fc = new(Width, Width);

    public Tensor Forward([Shape("N, 5")] Tensor x)
    {
        const float half = 0.5f;
        var y = fc.Forward(x) / Math.Sqrt(Width);
        return y * half / (y.Square().Mean(-1, keepDim: true) + Epsilon).Sqrt();
    }

    public static double Root => s_root;
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new WithConstants(), n => [Tensor.Randn(n, 5)]);
}
