[Module]
public partial class LayerScale(int features)
{
    private readonly Parameter gamma = new(Tensor.Full([features], 0.1f));
    public Parameter Beta { get; } = new(Tensor.Zeros(features));
    [Name("extra")] private readonly Parameter temperature = new(Tensor.Ones(1));

    [return: Shape("*B, features")]
    public Tensor Forward([Shape("*B, features")] Tensor x) => (x * gamma + Beta) / temperature;
}

[Module]
public partial class Attention(int width)
{
    private readonly Linear query = new(width, width, bias: false);
    private readonly Linear key = new(width, width, bias: false);
    private readonly Linear value = new(width, width, bias: false);

    public Tensor Forward([Shape("N, T, width")] Tensor x)
    {
        var scores = query.Forward(x).MatMul(key.Forward(x).Transpose(1, 2));
        return F.Softmax(scores * 0.125, dim: -1).MatMul(value.Forward(x));
    }
}
