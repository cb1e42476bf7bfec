// NNG0004: 'heads' holds modules in a Dictionary<string, Linear>, which registration does not see: use ModuleList or ModuleDict
[Module]
public partial class Net
{
    private readonly Dictionary<string, Linear> [|heads|] = new() { ["first"] = new(4, 2) };
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
}
