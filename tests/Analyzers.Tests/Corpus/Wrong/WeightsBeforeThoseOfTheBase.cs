// NNG0014: 'head' draws its initial weights before 'stem', which PyTorch draws first: field initializers of a derived class run before its base class is constructed; make 'head' in the body of a constructor to draw in PyTorch's order
[Module]
public partial class Base
{
    protected readonly Linear stem = new(4, 8);

    public Tensor Features([Shape("N, 4")] Tensor x) => F.Relu(stem.Forward(x));
}

[Module]
public partial class Net : Base
{
    private readonly Linear [|head|] = new(8, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x) => head.Forward(Features(x));
}
