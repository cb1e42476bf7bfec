[Module]
public partial class DeepFm(int features, int fields, int embedding)
{
    private readonly Embedding linear = new(features, 1);
    private readonly Embedding embed = new(features, embedding);
    private readonly Parameter bias = new(Tensor.Zeros(1));
    private readonly Sequential deep = new(
        new Linear(fields * embedding, 400), new BatchNorm1d(400), new ReLU(), new Dropout(0.5),
        new Linear(400, 400), new BatchNorm1d(400), new ReLU(), new Dropout(0.5),
        new Linear(400, 1));

    public Tensor Forward([Shape("N, fields")] Tensor<long> x)
    {
        var first = linear.Forward(x).Sum(1) + bias;
        var e = embed.Forward(x);
        var second = 0.5 * (e.Sum(1).Square() - e.Square().Sum(1)).Sum(1, keepDim: true);
        return F.Sigmoid(first + second + deep.Forward(e.View(-1, fields * embedding))).Squeeze(1);
    }
}

[Module]
public partial class Criteo
{
    private readonly DeepFm model = new(1086810, 39, 10);
    private readonly BCELoss criterion = new();

    public Tensor Forward([Shape("N, 39")] Tensor<long> x, [Shape("N")] Tensor clicked) => criterion.Forward(model.Forward(x), clicked);
}
