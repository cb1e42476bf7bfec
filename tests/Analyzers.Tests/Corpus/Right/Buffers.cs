[Module]
public partial class Standardize(int features, Tensor mean, Tensor deviation)
{
    [Buffer] public Tensor Mean { get; } = mean;

    [Buffer, Shape("features")] public Tensor Deviation { get; } = deviation;

    [Buffer(Persistent = false)] private readonly Tensor floor = Tensor.Full([features], 1e-6f);

    public Tensor Forward([Shape("*B, features")] Tensor x) => x / (Deviation + floor);
}
