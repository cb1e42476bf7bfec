// NNG1001: 'fc2' takes 21 features, but 'x' from 'fc1' is [N, 20]: let 'fc2' take 20
[Module]
public partial class Net
{
    private readonly Linear fc1 = new(10, 20);
    private readonly Linear fc2 = new(21, 30);
    private readonly Linear fc3 = new(30, 40);
    private readonly Parameter scale = new(Tensor.Ones(40));

    public Tensor Forward([Shape("N, 10")] Tensor x, [Shape("N")] Tensor<long> y)
    {
        x = F.Relu(fc1.Forward(x));
        x = F.Relu([|fc2.Forward(x)|]);
        x = fc3.Forward(x) * scale;
        return F.CrossEntropy(x, y);
    }
}
