// NNG2002: 'try' cannot be compiled: throw where a condition on arguments holds, and handle exceptions where the module is called
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        [|try|]
        {
            x = fc.Forward(x);
        }
        finally
        {
            x = F.Relu(x);
        }

        return x;
    }
}
