// NNG1001: 'fc' (MyLinear(64, 10)) cannot take 'x' [N, 64]: 'x.MatMul' takes 10 features since 'weight' is [10, 64], but 'x' is [N, 64]
[Module]
public partial class MyLinear(int inFeatures, int outFeatures)
{
    private readonly Parameter weight = new(Tensor.Randn(outFeatures, inFeatures));
    private readonly Parameter bias = new(Tensor.Zeros(outFeatures));

    public Tensor Forward([Shape("N, inFeatures")] Tensor x) => x.MatMul(weight) + bias;
}

[Module]
public partial class Net
{
    private readonly MyLinear fc = new(64, 10);

    public Tensor Forward([Shape("N, 64")] Tensor x) => [|fc.Forward(x)|];
}
