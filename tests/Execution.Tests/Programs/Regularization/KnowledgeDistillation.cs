using NnGen;

namespace Programs.Regularization.KnowledgeDistillation;

[Module]
public partial class Distillation(Linear student, Linear teacher, double temperature)
{
    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        var wanted = (teacher.Forward(x) / temperature).Softmax(-1).Detach();
        var logits = (student.Forward(x) / temperature).LogSoftmax(-1);
        return -(wanted * logits).Sum() * (temperature * temperature) / x.Shape[0];
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new Distillation(new Linear(3, 2), new Linear(3, 2), 2),
            n => [Tensor.Randn(n, 3)])
        { IsScalar = true, IsSmooth = false };
}
