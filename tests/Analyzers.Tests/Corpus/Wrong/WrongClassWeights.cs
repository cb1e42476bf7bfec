// NNG1001: 'F.CrossEntropy' takes 4 channels since 'weights' is [4], but 'fc.Forward(x)' is [N, 3]
[Module]
public partial class Classification
{
    private readonly Linear fc = new(8, 3);
    [Buffer] private readonly Tensor weights = Tensor.Ones(4);

    public Tensor Forward([Shape("N, 8")] Tensor x, [Shape("N")] Tensor<long> y) => [|F.CrossEntropy(fc.Forward(x), y, weights)|];
}
