// NNG1001: 'mean' is [4] and keeps its shape, but a tensor of [N, 4] is written to it
[Module]
public partial class Net
{
    [Buffer] private Tensor mean = Tensor.Zeros(4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        if (Training)
            [|mean|] = x * 0.5f;
        return x;
    }
}
