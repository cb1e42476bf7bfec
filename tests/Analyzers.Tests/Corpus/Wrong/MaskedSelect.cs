// NNG2019: 'y.MaskedSelect(y.Gt(0))' decides a shape, but is known only when the module is called: give it as a hyperparameter or read it from a shape
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = fc.Forward(x);
        return [|y.MaskedSelect(y.Gt(0))|].Sum();
    }
}
