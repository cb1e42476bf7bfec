public static class Activations
{
    public static Tensor Swish(this Tensor x) => x * F.Sigmoid(x);

    public static Tensor LeakyRelu(Tensor x, double slope = 0.01) => F.Relu(x) - F.Relu(-x) * slope;
}

[Module]
public partial class Net
{
    private const double Slope = 0.2;
    private readonly Linear fc1 = new(10, 20);
    private readonly Linear fc2 = new(20, 1);

    public Tensor Forward([Shape("N, 10")] Tensor x)
    {
        var h = fc1.Forward(x).Swish();
        return Activations.LeakyRelu(Normalized(fc2.Forward(h)), Slope);
    }

    private static Tensor Normalized(Tensor x)
    {
        var centred = x - x.Mean(0, keepDim: true);
        return centred / (x.Std(0, keepDim: true) + 1e-5);
    }
}
