[Module]
public partial class Highway(int size, int layers)
{
    private readonly ModuleList<Linear> transforms = new(layers, _ => new Linear(size, size));
    private readonly ModuleList<Linear> gates = new(layers, _ => new Linear(size, size));

    public Tensor Forward([Shape("*B, size")] Tensor x)
    {
        for (var i = 0; i < layers; i++)
        {
            var gate = F.Sigmoid(gates[i].Forward(x));
            x = gate * F.Relu(transforms[i].Forward(x)) + (1 - gate) * x;
        }

        return x;
    }
}

[Module]
public partial class CharacterModel
{
    private readonly Highway highway = new(525, 2);
    private readonly Linear project = new(525, 512);

    public Tensor Forward([Shape("N, T, 525")] Tensor x) => project.Forward(highway.Forward(x));
}
