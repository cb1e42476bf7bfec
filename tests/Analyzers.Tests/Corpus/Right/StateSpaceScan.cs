[Module]
public partial class Ssm(int channels, int state)
{
    private readonly Parameter a = new(Tensor.Randn(channels, state));
    private readonly Parameter b = new(Tensor.Randn(channels, state));
    private readonly Parameter c = new(Tensor.Randn(channels, state));

    public Tensor Forward([Shape("N, T, channels")] Tensor x)
    {
        var decay = F.Sigmoid(a);
        var h = Tensor.Zeros(x.Size(0), channels, state);
        var outputs = new List<Tensor>();
        for (var t = 0; t < x.Size(1); t++)
        {
            h = decay * h + b * x[.., t].Unsqueeze(-1);
            outputs.Add((h * c).Sum(-1));
        }

        return F.Stack(outputs, 1);
    }
}
