// NNG1001: 'i2o' takes 121 features, but 'combined' from 'F.Cat' is [N, 185]: let 'i2o' take 185
[Module]
public partial class Rnn
{
    private readonly Linear i2h = new(57 + 128, 128);
    private readonly Linear i2o = new(57 + 64, 18);

    public (Tensor Output, Tensor Hidden) Forward([Shape("N, 57")] Tensor input, [Shape("N, 128")] Tensor hidden)
    {
        var combined = F.Cat([input, hidden], 1);
        return ([|i2o.Forward(combined)|], F.Tanh(i2h.Forward(combined)));
    }
}
