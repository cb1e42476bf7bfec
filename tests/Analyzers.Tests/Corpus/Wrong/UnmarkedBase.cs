// NNG0013: 'scale' of the base class 'Scaled' is not registered, because 'Scaled' is not marked [Module]: mark it, so that 'Net' trains and saves what it holds
public abstract class Scaled : Module
{
    protected readonly Parameter scale = new(Tensor.Ones(4));
}

[Module]
public partial class [|Net|] : Scaled
{
    public Tensor Forward([Shape("N, 4")] Tensor x) => x * scale;
}
