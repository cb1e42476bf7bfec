[Module]
public partial class GatedResidual(int inputs, int hidden, int outputs)
{
    private readonly Linear fc1 = new(inputs, hidden);
    private readonly Linear fc2 = new(hidden, outputs);
    private readonly Linear gate = new(outputs, 2 * outputs);
    private readonly Linear? skip = inputs == outputs ? null : new Linear(inputs, outputs);
    private readonly LayerNorm norm = new(outputs);

    public Tensor Forward([Shape("*B, inputs")] Tensor x)
    {
        var h = fc2.Forward(F.Elu(fc1.Forward(x)));
        return norm.Forward(F.Glu(gate.Forward(h), -1) + (skip is null ? x : skip.Forward(x)));
    }
}

[Module]
public partial class Forecaster
{
    private readonly GatedResidual first = new(12, 64, 64);
    private readonly GatedResidual second = new(64, 64, 64);
    private readonly Linear quantiles = new(64, 3);

    [return: Shape("N, T, 3")]
    public Tensor Forward([Shape("N, T, 12")] Tensor x) => quantiles.Forward(second.Forward(first.Forward(x)));
}
