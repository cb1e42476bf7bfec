using NnGen;

namespace Programs.Regularization.MeanTeacher;

/// <summary>A student that agrees with a teacher whose weights follow its own slowly (Tarvainen and Valpola 2017).</summary>
[Module]
public partial class Classifier
{
    public Linear First { get; } = new(4, 8, bias: false);

    public Linear Second { get; } = new(8, 3, bias: false);

    public Tensor Forward([Shape("N, 4")] Tensor x) => Second.Forward(F.Relu(First.Forward(x)));
}

[Module]
public partial class MeanTeacher(double decay)
{
    private readonly Classifier student = new();
    private readonly Classifier teacher = new();

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N")] Tensor<long> y)
    {
        if (Training)
        {
            using (Autograd.NoGrad())
            {
                teacher.First.Weight.Lerp_(student.First.Weight, 1 - decay);
                teacher.Second.Weight.Lerp_(student.Second.Weight, 1 - decay);
            }
        }

        var logits = student.Forward(x + 0.1f * Tensor.RandnLike(x));
        Tensor target;
        using (Autograd.NoGrad())
            target = F.Softmax(teacher.Forward(x), 1);
        var consistency = (F.Softmax(logits, 1) - target).Square().Mean();
        return F.CrossEntropy(logits, y) + 2f * consistency;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MeanTeacher(0.9), n => [Tensor.Randn(n, 4), Tensor.Randint(0, 3, [n])]) { IsSmooth = false, IsScalar = true };
}
