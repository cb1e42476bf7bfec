// NNG1001: 'conv' gives Lo = -4 for 'x' [N, 64, 12]: it must be at least 1
[Module]
public partial class Net
{
    private readonly Conv1d conv = new(64, 64, 5, dilation: 4);

    public Tensor Forward([Shape("N, 64, 12")] Tensor x) => [|conv.Forward(x)|];
}
