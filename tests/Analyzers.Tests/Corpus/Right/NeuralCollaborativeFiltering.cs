[Module]
public partial class NeuMf(int users, int items, int factors, int layers)
{
    private readonly Embedding userGmf = new(users, factors);
    private readonly Embedding itemGmf = new(items, factors);
    private readonly Embedding userMlp = new(users, factors << (layers - 1));
    private readonly Embedding itemMlp = new(items, factors << (layers - 1));
    private readonly ModuleList<Linear> mlp = new(layers, i => new Linear(factors << (layers - i), factors << (layers - i - 1)));
    private readonly Linear predict = new(2 * factors, 1);

    public Tensor Forward([Shape("N")] Tensor<long> user, [Shape("N")] Tensor<long> item)
    {
        var gmf = userGmf.Forward(user) * itemGmf.Forward(item);
        var x = F.Cat([userMlp.Forward(user), itemMlp.Forward(item)], -1);
        foreach (var layer in mlp)
            x = F.Relu(layer.Forward(x));
        return predict.Forward(F.Cat([gmf, x], -1)).View(-1);
    }
}

[Module]
public partial class MovieLens
{
    private readonly NeuMf model = new(6040, 3706, 32, 3);

    [return: Shape("N")]
    public Tensor Forward([Shape("N")] Tensor<long> user, [Shape("N")] Tensor<long> item) => model.Forward(user, item);
}
