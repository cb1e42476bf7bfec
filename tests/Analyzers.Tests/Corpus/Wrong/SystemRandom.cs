// NNG2099: 'random' cannot be compiled: use tensor operators, functions of F and child modules
// NNG2099: 'Random.Shared' cannot be compiled: use tensor operators, functions of F and child modules
[Module]
public partial class Net
{
    private readonly Random random = new(1);
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var scale = [|random|].NextDouble();
        var other = [|Random.Shared|].Next(3);
        return fc.Forward(x) * scale + other;
    }
}
