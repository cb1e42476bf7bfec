[Module]
public partial class Activated(int features, IModule<Tensor, Tensor> activation)
{
    private readonly Linear fc = new(features, features);

    public Tensor Forward([Shape("N, features")] Tensor x) => activation.Forward(fc.Forward(x)) + x;
}
