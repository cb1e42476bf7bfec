// NNG1001: 'criterion' takes 'labels' as [N] to match 'scores' from 'fc' [N, 3], but it is [N, 1]: drop its last dim
[Module]
public partial class Classification
{
    private readonly Linear fc = new(8, 3);
    private readonly CrossEntropyLoss criterion = new(labelSmoothing: 0.1);

    public Tensor Forward([Shape("N, 8")] Tensor x, [Shape("N, 1")] Tensor<long> labels)
    {
        var scores = fc.Forward(x);
        return [|criterion.Forward(scores, labels)|];
    }
}
