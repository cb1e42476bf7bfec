// NNG2204: 'random' is another value each time, but the backward pass repeats what the forward pass computed: make it an input, or draw it with Tensor.Rand or Tensor.Randn without a generator of its own, whose draws are repeated
// NNG2204: 'Random.Shared' is another value each time, but the backward pass repeats what the forward pass computed: make it an input, or draw it with Tensor.Rand or Tensor.Randn without a generator of its own, whose draws are repeated
[Module]
public partial class Net
{
    private readonly Random random = new(1);
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var scale = [|random|].NextDouble();
        var other = [|Random.Shared|].Next(3);
        return fc.Forward(x) * scale + other;
    }
}
