[Module]
public partial class NBeatsBlock(int backcast, int forecast, int theta)
{
    private readonly Sequential stack = new(new Linear(backcast, 128), new ReLU(), new Linear(128, 128), new ReLU());
    private readonly Linear thetaB = new(128, theta);
    private readonly Linear thetaF = new(128, theta);
    private readonly Linear basisB = new(theta, backcast);
    private readonly Linear basisF = new(theta, forecast);

    public (Tensor Backcast, Tensor Forecast) Forward([Shape("N, backcast")] Tensor x)
    {
        var h = stack.Forward(x);
        return (basisB.Forward(thetaB.Forward(h)), basisF.Forward(thetaF.Forward(h)));
    }
}

[Module]
public partial class NBeats
{
    private readonly ModuleList<NBeatsBlock> blocks = new(5, _ => new NBeatsBlock(48, 12, 8));

    public Tensor Forward([Shape("N, 48")] Tensor x)
    {
        var forecast = Tensor.Zeros(x.Size(0), 12);
        foreach (var block in blocks)
        {
            var (back, ahead) = block.Forward(x);
            x = x - back;
            forecast = forecast + ahead;
        }

        return forecast;
    }
}
