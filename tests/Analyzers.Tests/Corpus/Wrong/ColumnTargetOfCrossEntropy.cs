// NNG1001: 'criterion' takes 'target' as [N] to match 'fc.Forward(x)' [N, 10], but it is [N, 1]: drop its last dim
[Module]
public partial class Loss
{
    private readonly Linear fc = new(64, 10);
    private readonly CrossEntropyLoss criterion = new();

    public Tensor Forward([Shape("N, 64")] Tensor x, [Shape("N, 1")] Tensor<long> target) => [|criterion.Forward(fc.Forward(x), target)|];
}
