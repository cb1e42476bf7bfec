// NNG2043: 'Power' may change from call to call, but plans are kept for the value of 'power': use a readonly member, a parameter of this method, a size or a constant
[Module]
public partial class Powers
{
    public Tensor Forward([Shape("N, 4")] Tensor x, int power)
    {
        var y = x;
        for (var i = 1; i < power; i++)
            y = y * x;
        return y;
    }
}

[Module]
public partial class Net
{
    private readonly Powers powers = new();

    public int Power { get; set; } = 2;

    public Tensor Forward([Shape("N, 4")] Tensor x) => powers.Forward(x, [|Power|]);
}
