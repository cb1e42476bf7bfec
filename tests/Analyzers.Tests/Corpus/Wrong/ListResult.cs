// NNG0009: 'Forward' returns 'List<Tensor>', but a compiled method takes tensors, tuples and records of them, numbers, flags and enums, and returns tensors, alone or in a tuple or record: return a tuple or record of the tensors, or one that stacks them
[Module]
public partial class Net
{
    private readonly ModuleList<Linear> layers = new(3, _ => new Linear(4, 4));

    public List<Tensor> [|Forward|]([Shape("N, 4")] Tensor x)
    {
        var features = new List<Tensor>();
        foreach (var layer in layers)
        {
            x = layer.Forward(x);
            features.Add(x);
        }

        return features;
    }
}
