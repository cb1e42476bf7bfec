[Module]
public partial class Net
{
    private readonly Linear fc = new(8, 3);

    [return: Shape("N, 3")]
    public Tensor Forward([Shape("N, 8")] Tensor x) => fc.Forward(x);
}

[Module]
public partial class WithCriterion(Net net)
{
    private readonly CrossEntropyLoss criterion = new(labelSmoothing: 0.1);

    public Tensor Forward([Shape("N, 8")] Tensor x, [Shape("N")] Tensor<long> labels) => criterion.Forward(net.Forward(x), labels);
}

[Module]
public partial class WithFunctions(Net net)
{
    public Tensor Forward([Shape("N, 8")] Tensor x, [Shape("N")] Tensor<long> labels, [Shape("N, 3")] Tensor teacher)
    {
        var scores = net.Forward(x);
        var hard = F.NllLoss(F.LogSoftmax(scores, 1), labels);
        var soft = F.MseLoss(scores, teacher) + F.L1Loss(scores, teacher, Reduction.Sum);
        return 0.5 * hard + 0.5 * soft;
    }
}

[Module]
public partial class EachElement
{
    private readonly MSELoss criterion = new(Reduction.None);

    [return: Shape("N, 3")]
    public Tensor Forward([Shape("N, 3")] Tensor x, [Shape("N, 3")] Tensor y) => criterion.Forward(x, y);
}
