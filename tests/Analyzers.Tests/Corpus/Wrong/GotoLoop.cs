// NNG2017: 'goto again' leaves the order of statements, which cannot be compiled
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var i = 0;
    again:
        x = fc.Forward(x);
        i++;
        if (i < 3)
            [|goto|] again;
        return x;
    }
}
