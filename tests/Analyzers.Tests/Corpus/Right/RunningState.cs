[Module]
public partial class Student
{
    private readonly Linear online = new(4, 4);
    private readonly Linear target = new(4, 4);
    [Buffer] private Tensor center = Tensor.Zeros(4);
    [Buffer] private readonly Tensor calls = Tensor.Zeros();

    public (Tensor Student, Tensor Teacher) Forward([Shape("N, 4")] Tensor x, [StopGradient] Tensor other)
    {
        if (Training)
            calls.Add_(1);
        var y = online.Forward(x + other);
        using var scope = Autograd.NoGrad();
        var z = target.Forward(x);
        if (Training)
        {
            target.Weight.Mul_(0.9f).Add_(online.Weight * 0.1f);
            center = center * 0.9f + z.Mean(0) * 0.1f;
        }

        return (y, z - center);
    }
}

[Module(Inference = true)]
public partial class Quantizer
{
    [Buffer] private readonly Tensor levels = Tensor.Ones(4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => x * levels;
}
