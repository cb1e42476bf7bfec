namespace NnGen.Benchmarks.Peers;

/// <summary>The cross-entropy of a network, compiled together with it.</summary>
[Module]
public partial class ImageLoss<T>(T model)
    where T : Module, IModule<Tensor, Tensor>
{
    public Tensor Forward(Tensor x, [Shape("N")] Tensor<long> y) => F.CrossEntropy(model.Forward(x), y);
}
