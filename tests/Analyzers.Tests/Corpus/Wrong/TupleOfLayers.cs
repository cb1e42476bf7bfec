// NNG0004: 'layers' holds modules in a (Linear First, Linear Second), which registration does not see: use ModuleList or ModuleDict
// NNG2015: 'layers.Second' is no member of this module that has the class of a module: hold it in a field of its own class, so that it is registered and its passes are known
[Module]
public partial class Net
{
    private readonly (Linear First, Linear Second) [|layers|] = (new Linear(4, 4), new Linear(4, 4));

    public Tensor Forward([Shape("N, 4")] Tensor x) => [|layers.Second|].Forward(layers.First.Forward(x));
}
