using NnGen;

namespace Programs.Regularization.FunctionalDropout;

[Module]
public partial class FunctionalDropout
{
    private readonly Linear fc = new(4, 4);

    public double Rate { get; set; } = 0.3;

    public Tensor Forward(Tensor x) => F.Dropout(fc.Forward(x), Rate, Training);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new FunctionalDropout { Rate = 0.5 }, n => [Tensor.Randn(n, 4)]);
}
