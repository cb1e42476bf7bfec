namespace NnGen.CompilerServices;

/// <summary>While it lasts, nothing is recorded on this thread, and weights are all old or all new.</summary>
internal readonly ref struct EvaluationScope
{
    private readonly NoGradScope _noGrad;

    private EvaluationScope(NoGradScope noGrad) => _noGrad = noGrad;

    public static EvaluationScope Enter()
    {
        WeightGate.EnterRead();
        return new EvaluationScope(Autograd.NoGrad());
    }

    public void Dispose()
    {
        _noGrad.Dispose();
        WeightGate.ExitRead();
    }
}
