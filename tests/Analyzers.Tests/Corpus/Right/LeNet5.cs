[Module]
public partial class LeNet5
{
    private readonly Conv2d conv1 = new(1, 6, 5);
    private readonly AvgPool2d pool = new(2, 2);
    private readonly Conv2d conv2 = new(6, 16, 5);
    private readonly Linear fc1 = new(16 * 5 * 5, 120);
    private readonly Linear fc2 = new(120, 84);
    private readonly Linear fc3 = new(84, 10);

    [return: Shape("N, 10")]
    public Tensor Forward([Shape("N, 1, 32, 32")] Tensor x)
    {
        x = pool.Forward(F.Tanh(conv1.Forward(x)));
        x = pool.Forward(F.Tanh(conv2.Forward(x)));
        x = x.View(-1, 16 * 5 * 5);
        x = F.Tanh(fc1.Forward(x));
        x = F.Tanh(fc2.Forward(x));
        return fc3.Forward(x);
    }
}
