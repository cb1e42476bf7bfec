[Module]
public partial class Normalized(int features)
{
    [Buffer] private Tensor mean = Tensor.Zeros(features);
    private readonly Linear fc = new(features, features);

    public Tensor Forward([Shape("N, features")] Tensor x)
    {
        if (Training)
            mean = 0.9 * mean + 0.1 * x.Mean(0).Detach();
        return fc.Forward(x - mean);
    }
}
