using NnGen;

namespace Programs.Methods.ModelOutput;

// An object with properties as a result, as Hugging Face's models have, one of which is there only with targets.
public sealed class ModelOutput
{
    public required Tensor Logits { get; init; }

    public Tensor? Loss { get; init; }

    public Tensor Hidden { get; set; } = Tensor.Zeros();

    public Tensor Probabilities => F.Softmax(Logits, dim: -1);
}

[Module]
public partial class Classifier(int classes)
{
    private readonly Linear hidden = new(4, 5);
    private readonly Linear head = new(5, classes);

    public ModelOutput Forward([Shape("N, 4")] Tensor x, [Shape("N")] Tensor<long>? targets = null)
    {
        var h = F.Tanh(hidden.Forward(x));
        var logits = head.Forward(h);
        return new ModelOutput { Hidden = h, Logits = logits, Loss = targets is null ? null : F.CrossEntropy(logits, targets) };
    }
}

[Module]
public partial class Combined
{
    private readonly Classifier classifier = new(3);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var output = classifier.Forward(x);
        return output.Probabilities.Sum(-1) * output.Hidden.Mean(-1) + output.Logits.Square().Sum(-1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample WithTargets() => new(() => new Classifier(3), n => [Tensor.Randn(n, 4), Tensor.Randint(0, 3, [n])]);

    [Sample]
    public static Sample WithoutTargets() => new(() => new Classifier(3), n => [Tensor.Randn(n, 4), null]);

    [Sample]
    public static Sample Inside() => new(() => new Combined(), n => [Tensor.Randn(n, 4)]);
}
