[Module]
public partial class M5(int labels = 35, int channels = 32)
{
    private readonly Conv1d conv1 = new(1, channels, 80, stride: 16);
    private readonly BatchNorm1d bn1 = new(channels);
    private readonly MaxPool1d pool = new(4);
    private readonly Conv1d conv2 = new(channels, channels, 3);
    private readonly BatchNorm1d bn2 = new(channels);
    private readonly Conv1d conv3 = new(channels, 2 * channels, 3);
    private readonly BatchNorm1d bn3 = new(2 * channels);
    private readonly Linear fc1 = new(2 * channels, labels);

    public Tensor Forward([Shape("N, 1, 8000")] Tensor x)
    {
        x = pool.Forward(F.Relu(bn1.Forward(conv1.Forward(x))));
        x = pool.Forward(F.Relu(bn2.Forward(conv2.Forward(x))));
        x = pool.Forward(F.Relu(bn3.Forward(conv3.Forward(x))));
        x = F.AvgPool1d(x, x.Size(-1));
        return F.LogSoftmax(fc1.Forward(x.Permute(0, 2, 1)), 2);
    }
}
