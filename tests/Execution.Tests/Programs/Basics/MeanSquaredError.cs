using NnGen;

namespace Programs.Basics.MeanSquaredError;

[Module]
public partial class Regression
{
    private readonly Linear hidden = new(3, 5);
    private readonly Linear predict = new(5, 2);
    private readonly MSELoss criterion = new();

    public Tensor Forward([Shape("N, 3")] Tensor x, [Shape("N, 2")] Tensor y)
    {
        var prediction = predict.Forward(F.Tanh(hidden.Forward(x)));
        return criterion.Forward(prediction, y);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Regression(), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 2)]) { IsScalar = true };
}
