// NNG2013: 'lock (fc)' cannot be compiled: a Forward declares variables, assigns, calls and returns
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|lock|] (fc)
        {
            x = fc.Forward(x);
        }

        return x;
    }
}
