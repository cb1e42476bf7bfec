// NNG2042: 'fc' is private to the base module 'Base' and cannot be used in a module derived from it: make it protected, or make the method that uses it protected or public and compiled by itself
[Module]
public abstract partial class Base
{
    private readonly Linear fc = new(4, 4);

    internal Tensor Project(Tensor x) => [|fc|].Forward(x);
}

[Module]
public partial class Net : Base
{
    public Tensor Forward([Shape("N, 4")] Tensor x) => F.Relu(Project(x));
}
