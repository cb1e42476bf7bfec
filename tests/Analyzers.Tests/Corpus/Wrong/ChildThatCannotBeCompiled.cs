// NNG2204: 'Tensor.Randn' is another value each time, but the backward pass repeats what the forward pass computed: make it an input, or use F.Dropout, whose draws are repeated
[Module]
public partial class Child
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x) + [|Tensor.Randn(4)|];
}

[Module]
public partial class Parent
{
    private readonly Child child = new();
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(child.Forward(x));
}
