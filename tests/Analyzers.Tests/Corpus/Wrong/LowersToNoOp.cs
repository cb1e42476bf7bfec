// NNG0113: 'Positive' lowers to 'Math', which is not marked [Op] or has errors
public static class Functions
{
    [Lowers(typeof(Math))]
    public static Tensor [|Positive|](Tensor x) => F.Relu(x);
}

[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
}
