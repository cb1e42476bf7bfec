[Module]
public partial class TNet(int k)
{
    private readonly Conv1d conv1 = new(k, 64, 1);
    private readonly Conv1d conv2 = new(64, 128, 1);
    private readonly Conv1d conv3 = new(128, 1024, 1);
    private readonly Linear fc1 = new(1024, 512);
    private readonly Linear fc2 = new(512, 256);
    private readonly Linear fc3 = new(256, k * k);
    [Buffer(Persistent = false)] private readonly Tensor identity = Tensor.Eye(k);

    [return: Shape("N, k, k")]
    public Tensor Forward([Shape("N, k, P")] Tensor x)
    {
        x = F.Relu(conv1.Forward(x));
        x = F.Relu(conv2.Forward(x));
        x = F.Relu(conv3.Forward(x));
        x = x.Max(2).Values;
        x = F.Relu(fc1.Forward(x));
        x = F.Relu(fc2.Forward(x));
        return fc3.Forward(x).View(-1, k, k) + identity;
    }
}

[Module]
public partial class PointNet(int classes)
{
    private readonly TNet inputTransform = new(3);
    private readonly TNet featureTransform = new(64);
    private readonly Conv1d conv1 = new(3, 64, 1);
    private readonly Conv1d conv2 = new(64, 128, 1);
    private readonly Conv1d conv3 = new(128, 1024, 1);
    private readonly BatchNorm1d bn3 = new(1024);
    private readonly Linear fc1 = new(1024, 512);
    private readonly Linear fc2 = new(512, classes);

    [return: Shape("N, classes")]
    public Tensor Forward([Shape("N, 3, P")] Tensor points)
    {
        var x = F.Bmm(inputTransform.Forward(points), points);
        x = F.Relu(conv1.Forward(x));
        x = featureTransform.Forward(x).MatMul(x);
        x = bn3.Forward(conv3.Forward(F.Relu(conv2.Forward(x))));
        x = x.AMax(2);
        return F.LogSoftmax(fc2.Forward(F.Relu(fc1.Forward(x))), 1);
    }
}
