// NNG2013: 'using (var stream = new System.IO.MemoryStream())' cannot be compiled: a Forward declares variables, assigns, calls and returns
// NNG2013: 'using var other = new System.IO.MemoryStream()' cannot be compiled: a Forward declares variables, assigns, calls and returns
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|using|] (var stream = new System.IO.MemoryStream())
        {
            x = fc.Forward(x);
        }

        [|using|] var other = new System.IO.MemoryStream();
        return x;
    }
}
