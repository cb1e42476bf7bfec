// NNG3004: Cross-entropy takes logits and applies log-softmax itself: leave out the softmax before it
[Module]
public partial class Classifier
{
    private readonly Sequential net = new(new Linear(4, 16), new ReLU(), new Linear(16, 3), new Softmax(dim: 1));

    public Tensor Forward([Shape("N, 4")] Tensor x) => net.Forward(x);
}

[Module]
public partial class Loss
{
    private readonly Classifier model = new();
    private readonly CrossEntropyLoss criterion = new();

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N")] Tensor<long> y) => [|criterion.Forward(model.Forward(x), y)|];
}
