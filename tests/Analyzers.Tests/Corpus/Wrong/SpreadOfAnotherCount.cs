// NNG1001: 'View' cannot take 'fc.Forward(x)' [2, 4]: its 8 elements do not fill [2, 3], which has 6
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("2, 4")] Tensor x)
    {
        return [|fc.Forward(x).View([.. x.Shape[..^1], 3])|];
    }
}
