// NNG2204: 'Environment.GetEnvironmentVariable' is another value each time, but the backward pass repeats what the forward pass computed: make it an input, or draw it with Tensor.Rand or Tensor.Randn without a generator of its own, whose draws are repeated
// NNG2204: 'Environment.ProcessorCount' is another value each time, but the backward pass repeats what the forward pass computed: make it an input, or draw it with Tensor.Rand or Tensor.Randn without a generator of its own, whose draws are repeated
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        if ([|Environment.GetEnvironmentVariable("DEBUG")|] == "1")
            return x;
        return fc.Forward(x) * [|Environment.ProcessorCount|];
    }
}
