// NNG1001: 'F.CrossEntropy' takes equal sizes at dim 1 of 'fc.Forward(x)' and dim 1 of 'target', but 'fc.Forward(x)' is [N, 10] and 'target' is [N, 5]: 10 and 5 differ
[Module]
public partial class Loss
{
    private readonly Linear fc = new(64, 10);

    public Tensor Forward([Shape("N, 64")] Tensor x, [Shape("N, 5")] Tensor target) => [|F.CrossEntropy(fc.Forward(x), target)|];
}
