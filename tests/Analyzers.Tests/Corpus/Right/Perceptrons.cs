// Hyperparameters by primary constructor, by constructor, by property; expression bodies.
[Module]
public partial class Primary(int pixels, int hidden, int classes)
{
    private readonly Linear fc1 = new(pixels, hidden);
    private readonly Linear fc2 = new(hidden, classes);

    [return: Shape("N, classes")]
    public Tensor Forward([Shape("N, pixels")] Tensor x) => fc2.Forward(F.Relu(fc1.Forward(x)));
}

[Module]
public partial class Ordinary
{
    private readonly Linear fc1;
    private readonly Linear fc2;

    public Ordinary(int hidden)
    {
        fc1 = new Linear(10, hidden);
        fc2 = new Linear(hidden, 2);
    }

    public Tensor Forward([Shape("N, 10")] Tensor x) => fc2.Forward(F.Tanh(fc1.Forward(x)));
}

[Module]
public partial class WithProperty(int hidden)
{
    public int Hidden { get; } = hidden;

    public Linear First { get; } = new(10, hidden);

    public Linear Second { get; } = new(hidden, hidden / 2);

    public Tensor Forward([Shape("*B, 10")] Tensor x) => Second.Forward(F.Sigmoid(First.Forward(x)));
}
