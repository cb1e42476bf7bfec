[Module]
public abstract partial class Backbone
{
    protected readonly Conv2d stem = new(3, 32, 3, stride: 2, padding: 1);

    protected Tensor Features(Tensor x) => F.Relu(stem.Forward(x));
}

[Module]
public partial class Classifier : Backbone
{
    private readonly Linear fc;

    public Classifier(int classes) => fc = new Linear(32, classes);

    public Tensor Forward([Shape("N, 3, 64, 64")] Tensor x) => fc.Forward(Features(x).Mean([2, 3]));
}
