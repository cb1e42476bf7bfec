namespace NnGen.Tests.Modules.Compiled;

[Module]
public sealed partial class Classifier
{
    private readonly Linear fc1 = new(6, 5);
    private readonly Linear fc2 = new(5, 3);

    public Tensor Forward([Shape("N, 6")] Tensor x) => fc2.Forward(F.Relu(fc1.Forward(x)));
}

/// <summary>A classifier with its loss as one compiled graph.</summary>
[Module]
public sealed partial class Classification(Classifier model)
{
    public Tensor Forward([Shape("N, 6")] Tensor x, [Shape("N")] Tensor<long> y) => F.CrossEntropy(model.Forward(x), y);
}
