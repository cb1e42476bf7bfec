// NNG2204: 'Random.Shared' is another value each time, but the backward pass repeats what the forward pass computed: make it an input, or draw it with Tensor.Rand or Tensor.Randn without a generator of its own, whose draws are repeated
[Module]
public partial class Child
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x) * [|Random.Shared|].NextDouble();
}

[Module]
public partial class Parent
{
    private readonly Child child = new();
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(child.Forward(x));
}
