// NNG1001: 'F.NllLoss' takes equal sizes at dim 0 of 'F.LogSoftmax(fc.Forward(x), 1)' and dim 0 of 'y', but 'F.LogSoftmax(fc.Forward(x), 1)' is [4, 3] and 'y' is [5]: 4 and 5 differ
[Module]
public partial class Classification
{
    private readonly Linear fc = new(8, 3);

    public Tensor Forward([Shape("4, 8")] Tensor x, [Shape("5")] Tensor<long> y) => [|F.NllLoss(F.LogSoftmax(fc.Forward(x), 1), y)|];
}
