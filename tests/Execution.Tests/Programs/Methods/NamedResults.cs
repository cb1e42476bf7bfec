using NnGen;

namespace Programs.Methods.NamedResults;

// Several outputs by name, where PyTorch's users take forward hooks or a dataclass.
public sealed record Features(Tensor Shallow, Tensor Deep);

public readonly record struct Output(Tensor Logits, Features Features, (Tensor Mean, Tensor Scale) Statistics);

[Module]
public partial class Backbone
{
    private readonly Linear first = new(5, 4);
    private readonly Linear second = new(4, 4);

    public Features Forward([Shape("N, 5")] Tensor x)
    {
        var shallow = F.Relu(first.Forward(x));
        return new(shallow, Deep: F.Tanh(second.Forward(shallow)));
    }
}

[Module]
public partial class Classifier(Backbone backbone)
{
    private readonly Linear head = new(8, 3);

    public Output Forward([Shape("N, 5")] Tensor x)
    {
        var features = backbone.Forward(x);
        var (shallow, deep) = features;
        var logits = head.Forward(F.Cat([shallow, deep], dim: 1));
        return new Output(logits, features with { Shallow = shallow * 2 }, (features.Deep.Mean(1), features.Deep.Std(1)));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Backbone(), n => [Tensor.Randn(n, 5)]);

    [Sample]
    public static Sample Nested() => new(() => new Classifier(new Backbone()), n => [Tensor.Randn(n, 5)]);
}
