// NNG2004: 'while (x.Item() > 0) x = fc.Forward(x)' cannot be compiled: a loop goes over modules, tensors or numbers, or runs while a condition over sizes and readonly numbers holds, and each turn hands tensors and numbers to the next
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|while|] (x.Item() > 0)
            x = fc.Forward(x);
        return x;
    }
}
