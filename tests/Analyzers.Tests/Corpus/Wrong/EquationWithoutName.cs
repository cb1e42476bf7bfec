[Module]
[Dims("heads * headDim = channels")]
public partial class Heads(int channels, int heads, int headDim)
{
    private readonly Linear fc = new(channels, heads * headDim);

    public Tensor Forward([Shape("B, channels")] Tensor x) => fc.Forward(x);
}
