// NNG1001: 'Forward' takes 16 features since 'layers[2].Weight' is [4, 16], but 'x' from 'Forward' is [N, 32]
[Module]
public partial class Net
{
    private readonly ModuleList<Linear> layers = new(new Linear(8, 16), new Linear(16, 32), new Linear(16, 4));

    public Tensor Forward([Shape("N, 8")] Tensor x)
    {
        x = F.Relu(layers[0].Forward(x));
        x = F.Relu(layers[1].Forward(x));
        return [|layers[2].Forward(x)|];
    }
}
