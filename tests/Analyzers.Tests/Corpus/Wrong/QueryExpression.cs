// NNG2203: 'from i in Enumerable.Range(0, 3) select fc.Forward(x) * i' is LINQ, which runs delegates and cannot be compiled: write a loop
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var steps = [|from i in Enumerable.Range(0, 3) select fc.Forward(x) * i|];
        return steps.Last();
    }
}
