// NNG1001: 'layers[2]' takes 16 features, but 'x' from 'layers[1]' is [N, 32]: let 'layers[2]' take 32
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
