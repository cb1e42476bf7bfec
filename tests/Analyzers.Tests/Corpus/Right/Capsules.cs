[Module]
public partial class PrimaryCapsules
{
    private readonly Conv2d conv = new(256, 32 * 8, 9, stride: 2);

    public Tensor Forward([Shape("N, 256, 20, 20")] Tensor x)
    {
        var u = conv.Forward(x).View(x.Size(0), 32, 8, 6, 6).Permute(0, 1, 3, 4, 2).Reshape(x.Size(0), 32 * 6 * 6, 8);
        var squared = u.Square().Sum(-1, keepDim: true);
        return squared / (1 + squared) * u / (squared + 1e-8).Sqrt();
    }
}

[Module]
public partial class CapsNet
{
    private readonly Conv2d conv1 = new(1, 256, 9);
    private readonly PrimaryCapsules primary = new();
    private readonly Parameter routing = new(Tensor.Randn(10, 1152, 8, 16));

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        var u = primary.Forward(F.Relu(conv1.Forward(x)));
        var predictions = u.Unsqueeze(1).Unsqueeze(3).MatMul(routing).Squeeze(3);
        return predictions.Mean(2).Norm(2, -1);
    }
}
