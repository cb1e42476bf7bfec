public sealed class Both
{
    public required Tensor First { get; init; }

    public required Tensor Second { get; init; }
}

[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var both = new Both { First = fc.Forward(x), Second = x };
        return both.First + both.Second;
    }
}
