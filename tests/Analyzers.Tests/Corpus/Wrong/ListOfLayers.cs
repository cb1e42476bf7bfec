// NNG0004: 'Layers' holds modules in a List<Linear>, which registration does not see: use ModuleList or ModuleDict
[Module]
public partial class Net
{
    public List<Linear> [|Layers|] { get; } = [new(4, 4), new(4, 4)];
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
}
