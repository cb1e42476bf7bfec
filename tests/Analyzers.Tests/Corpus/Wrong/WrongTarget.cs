// NNG1001: 'F.CrossEntropy' takes 'y' as [N] to match 'fc.Forward(x)' [N, 2], but it is [N, 2]: give one index each, not a row
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N, 2")] Tensor<long> y) => [|F.CrossEntropy(fc.Forward(x), y)|];
}
