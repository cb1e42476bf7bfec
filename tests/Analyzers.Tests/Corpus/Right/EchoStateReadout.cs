[Module]
public partial class Reservoir(int inputs, int size, int outputs)
{
    [Buffer] private readonly Tensor w = Tensor.Randn(size, size) * 0.05;
    [Buffer] private readonly Tensor wIn = Tensor.Randn(inputs, size);
    private readonly Linear readout = new(size, outputs);

    public Tensor Forward([Shape("N, T, inputs")] Tensor x)
    {
        var state = Tensor.Zeros(x.Size(0), size);
        for (var t = 0; t < x.Size(1); t++)
            state = F.Tanh(x[.., t].MatMul(wIn) + state.MatMul(w));
        return readout.Forward(state);
    }
}
