[Module]
public abstract partial class Base
{
    protected readonly Linear fc = new(4, 4);

    public abstract Tensor Forward(Tensor x);
}

[Module]
public partial class Derived : Base
{
    private readonly Linear head;

    public Derived() => head = new(4, 2);

    public override Tensor Forward([Shape("N, 4")] Tensor x) => head.Forward(F.Relu(fc.Forward(x)));
}
