// NNG1003: "heads * headDim = channels" is no shape: Expected the name of one size before '='.
[Module]
[Dims("[|heads * headDim |]= channels")]
public partial class Heads(int channels, int heads, int headDim)
{
    private readonly Linear fc = new(channels, heads * headDim);

    public Tensor Forward([Shape("B, channels")] Tensor x) => fc.Forward(x);
}
