namespace NnGen.TrainingTests;

/// <summary>A network with weights, dropout and running statistics: all that a resumed run must get back.</summary>
[Module]
public partial class SmallNet
{
    private readonly Linear fc1 = new(4, 8);
    private readonly BatchNorm1d norm = new(8);
    private readonly Dropout dropout = new(0.2);
    private readonly Linear fc2 = new(8, 3);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc2.Forward(dropout.Forward(F.Relu(norm.Forward(fc1.Forward(x)))));
}

/// <summary>Its loss.</summary>
[Module]
public partial class SmallLoss(SmallNet model)
{
    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N")] Tensor<long> target) => F.CrossEntropy(model.Forward(x), target);
}
