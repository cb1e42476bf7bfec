// NNG2103: 'calls' changes also when the module is not training, but Predict, which many threads may call at once, changes nothing: write 'if (Training)' before it, or take the state as an input and return the new one
// NNG2103: 'mean' changes also when the module is not training, but Predict, which many threads may call at once, changes nothing: write 'if (Training)' before it, or take the state as an input and return the new one
// NNG2103: 'largest' changes also when the module is not training, but Predict, which many threads may call at once, changes nothing: write 'if (Training)' before it, or take the state as an input and return the new one
// NNG2103: 'target.Weight' changes also when the module is not training, but Predict, which many threads may call at once, changes nothing: write 'if (Training)' before it, or take the state as an input and return the new one
[Module]
public partial class Statistics
{
    [Buffer] private Tensor mean = Tensor.Zeros(4);
    [Buffer] private readonly Tensor calls = Tensor.Zeros();
    [Buffer] private readonly Tensor largest = Tensor.Ones(4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|calls.Add_(1)|];
        if (!Training)
            [|mean|] = mean * 0.9f + x.Mean(0).Detach() * 0.1f;
        if (Training || x.Shape[0] > 1)
            Update(x);
        return x - mean;
    }

    private void Update(Tensor x) => [|largest.CopyFrom(x.Detach().AMax(0))|];
}

[Module]
public partial class Teacher
{
    private readonly Linear online = new(4, 4);
    private readonly Linear target = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        using (Autograd.NoGrad())
            [|target.Weight.Lerp_(online.Weight, 0.1f)|];
        return target.Forward(x);
    }
}
