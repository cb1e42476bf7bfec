// NNG2017: 'goto end' leaves the order of statements, which cannot be compiled
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        x = fc.Forward(x);
        [|goto|] end;
    end:
        return x;
    }
}
