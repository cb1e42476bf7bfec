// NNG2004: 'while (x.Sum().Item() > 0)' cannot be compiled: a loop goes over modules, tensors or numbers, or runs while a condition holds; each turn hands tensors and numbers to the next, and lists where binding knows how many turns there are
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var states = new List<Tensor>();
        [|while|] (x.Sum().Item() > 0)
        {
            x = fc.Forward(x);
            states.Add(x);
        }

        return F.Stack(states);
    }
}
