// NNG1001: 'F.MseLoss' takes 'target' as [32, 1] to match 'q.Forward(state).Gather(1, action)' [32, 1], but it is [32]: give it a last dim of size 1
[Module]
public partial class Td
{
    private readonly Linear q = new(4, 2);

    public Tensor Forward([Shape("32, 4")] Tensor state, [Shape("32, 1")] Tensor<long> action, [Shape("32")] Tensor target)
        => [|F.MseLoss(q.Forward(state).Gather(1, action), target)|];
}
