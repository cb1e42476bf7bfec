[Module]
public partial class Tied
{
    private readonly Linear shared = new(16, 16);
    private readonly Linear head = new(16, 1);

    public Tensor Forward([Shape("N, 16")] Tensor x)
    {
        x = F.Relu(shared.Forward(x));
        x = F.Relu(shared.Forward(x));
        return head.Forward(x);
    }
}

[Module]
public partial class TiedAutoencoder
{
    private readonly Parameter weight = new(Tensor.Ones(8, 20));

    public Tensor Forward([Shape("N, 20")] Tensor x)
    {
        var code = F.Linear(x, weight);
        return code.MatMul(weight);
    }
}
