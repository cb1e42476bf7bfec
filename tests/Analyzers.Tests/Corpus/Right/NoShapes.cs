[Module]
public partial class Net
{
    private readonly Linear fc1 = new(10, 20);
    private readonly Linear fc2 = new(20, 3);

    public Tensor Forward(Tensor x) => fc2.Forward(F.Relu(fc1.Forward(x)));
}

[Module]
public partial class Classification
{
    private readonly Net net = new();

    public Tensor Forward(Tensor x, Tensor<long> y) => F.CrossEntropy(net.Forward(x), y);
}

[Module]
public partial class LabelsDeclared
{
    private readonly Linear fc = new(10, 3);

    public Tensor Forward(Tensor x, [Shape("N")] Tensor<long> y) => F.CrossEntropy(fc.Forward(x), y);
}

[Module]
public partial class Shapeless
{
    private readonly Linear fc = new(10, 3);
    private readonly ReLU relu = new();

    public Tensor Forward(Tensor a, Tensor b) => relu.Forward(fc.Forward(a)) + fc.Forward(b);
}
