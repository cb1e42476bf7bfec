// NNG1001: 'conv' takes 64 channels, but 'e.Forward(x)' is [N, 50, 64]: let 'conv' take 50
[Module]
public partial class TextCnn
{
    private readonly Embedding e = new(1000, 64);
    private readonly Conv1d conv = new(64, 100, 3);
    public Tensor Forward([Shape("N, 50")] Tensor<long> x) => F.Relu([|conv.Forward(e.Forward(x))|]).AMax(2);
}
