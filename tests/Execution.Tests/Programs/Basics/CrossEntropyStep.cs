using NnGen;

namespace Programs.Basics.CrossEntropyStep;

[Module]
public partial class Classifier
{
    private readonly Linear fc1 = new(6, 5);
    private readonly Linear fc2 = new(5, 4);

    [return: Shape("N, 4")]
    public Tensor Forward([Shape("N, 6")] Tensor x) => fc2.Forward(F.Relu(fc1.Forward(x)));
}

[Module]
public partial class TrainingStep(Classifier model, double labelSmoothing)
{
    public Tensor Forward([Shape("N, 6")] Tensor x, [Shape("N")] Tensor<long> y)
        => F.CrossEntropy(model.Forward(x), y, labelSmoothing: labelSmoothing);
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new TrainingStep(new Classifier(), 0.1), n => [Tensor.Randn(n, 6), Tensor.Randint(0, 4, [n])]) { IsScalar = true };
}
