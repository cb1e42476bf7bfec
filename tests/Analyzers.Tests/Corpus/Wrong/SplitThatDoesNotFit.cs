// NNG1001: 'Split' cannot take 'fc.Forward(x)' [N, 30]: the sizes of the parts add up to 24, and dim 1 has 30
[Module]
public partial class Net
{
    private readonly Linear fc = new(16, 30);

    public Tensor Forward([Shape("N, 16")] Tensor x)
    {
        var parts = [|fc.Forward(x).Split([8, 8, 8], 1)|];
        return parts[0] + parts[1] * parts[2];
    }
}
