[Module]
public partial class Net
{
    private readonly Linear fc1 = new(4, Hidden);
}

public partial class Net
{
    private const int Hidden = 8;
    private readonly Linear fc2 = new(Hidden, 2);

    /// <summary>Scores.</summary>
    public Tensor Forward([Shape("N, 4")] Tensor x) => fc2.Forward(F.Relu(fc1.Forward(x)));

    public int Count => Parameters().Count();
}
